//! A local server that sends recorded responses.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

/// The response to requests for a path.
///
/// If a path has several, they are sent in order, and the last one is repeated.
pub(crate) struct Answer {
    pub(crate) path: &'static str,
    pub(crate) status: u16,
    pub(crate) media_type: &'static str,
    pub(crate) body: &'static str,
}

/// A server that lives as long as the process.
pub(crate) struct Server(SocketAddr);

impl Server {
    /// Starts a server.
    pub(crate) fn start(answers: &'static [Answer]) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        thread::spawn(move || {
            let mut left: Vec<&Answer> = answers.iter().collect();
            for stream in listener.incoming() {
                // A client may close the connection early.
                let _ = stream.and_then(|stream| answer(stream, &mut left));
            }
        });
        Ok(Self(address))
    }

    /// The address of a path.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.0)
    }
}

fn answer(mut stream: TcpStream, left: &mut Vec<&Answer>) -> io::Result<()> {
    let path = request(&stream)?;
    let mut fitting = left.iter().enumerate().filter(|(_, answer)| answer.path == path);
    let (first, another) = (fitting.next(), fitting.next());
    let Some((index, Answer { status, media_type, body, .. })) = first else { return Ok(()) };
    if another.is_some() {
        left.remove(index);
    }
    write!(
        stream,
        "HTTP/1.1 {status} -\r\ncontent-type: {media_type}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// Reads a request to its end and returns its path.
fn request(stream: &TcpStream) -> io::Result<String> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let path = line.split(' ').nth(1).unwrap_or("").to_owned();
    let mut length = 0;
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else { break };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    io::copy(&mut reader.take(length), &mut io::sink())?;
    Ok(path)
}
