#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| anytoken_fuzz::dialect(data));
