// Answers the lines of a batch as golang.org/x/oauth2 reads a token: once as a struct, once as a map of all members.
package main

import (
	"bufio"
	"encoding/json"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

type envelope struct {
	ID         json.RawMessage `json:"id"`
	ReceivedAt time.Time       `json:"received_at"`
	Body       string          `json:"body"`
}

// A number of seconds, which PayPal sends as a string.
type seconds int64

func (s *seconds) UnmarshalJSON(b []byte) error {
	text := strings.Trim(string(b), `"`)
	if text == "" || text == "null" {
		return nil
	}
	number, err := strconv.ParseInt(text, 10, 64)
	*s = seconds(number)
	return err
}

type tokenJSON struct {
	AccessToken      string  `json:"access_token"`
	TokenType        string  `json:"token_type"`
	RefreshToken     string  `json:"refresh_token"`
	IDToken          string  `json:"id_token"`
	Scope            string  `json:"scope"`
	ExpiresIn        seconds `json:"expires_in"`
	ErrorCode        string  `json:"error"`
	ErrorDescription string  `json:"error_description"`
}

type token struct {
	AccessToken  string                 `json:"access_token,omitempty"`
	TokenType    string                 `json:"token_type,omitempty"`
	RefreshToken string                 `json:"refresh_token,omitempty"`
	IDToken      string                 `json:"id_token,omitempty"`
	Scopes       []string               `json:"scopes,omitempty"`
	ExpiresAt    *time.Time             `json:"expires_at,omitempty"`
	Extras       map[string]interface{} `json:"extras,omitempty"`
}

type answer struct {
	ID      json.RawMessage        `json:"id"`
	Outcome string                 `json:"outcome"`
	Token   *token                 `json:"token,omitempty"`
	Error   map[string]interface{} `json:"error,omitempty"`
}

var fields = []string{"access_token", "token_type", "refresh_token", "id_token", "scope", "expires_in"}

func read(body string) (read tokenJSON, raw map[string]interface{}) {
	raw = map[string]interface{}{}
	if strings.HasPrefix(body, "{") {
		// What is no token of RFC 6749 stays in the map.
		_ = json.Unmarshal([]byte(body), &read)
		_ = json.Unmarshal([]byte(body), &raw)
	} else if form, err := url.ParseQuery(body); err == nil {
		read.AccessToken, read.TokenType = form.Get("access_token"), form.Get("token_type")
		read.RefreshToken, read.Scope = form.Get("refresh_token"), form.Get("scope")
		number, _ := strconv.ParseInt(form.Get("expires_in"), 10, 64)
		read.ExpiresIn = seconds(number)
	}
	return
}

func main() {
	in, out := bufio.NewReaderSize(os.Stdin, 1<<20), bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) == 0 && err != nil {
			return
		}
		var sent envelope
		if json.Unmarshal(line, &sent) != nil {
			continue
		}
		read, raw := read(sent.Body)
		if read.ErrorCode != "" {
			encoder.Encode(answer{ID: sent.ID, Outcome: "error", Error: raw})
			continue
		}
		for _, name := range fields {
			delete(raw, name)
		}
		made := token{
			AccessToken: read.AccessToken, TokenType: read.TokenType, RefreshToken: read.RefreshToken,
			IDToken: read.IDToken, Scopes: strings.Fields(read.Scope), Extras: raw,
		}
		if read.ExpiresIn != 0 {
			at := sent.ReceivedAt.Add(time.Duration(read.ExpiresIn) * time.Second)
			made.ExpiresAt = &at
		}
		encoder.Encode(answer{ID: sent.ID, Outcome: "token", Token: &made})
	}
}
