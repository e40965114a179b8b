//! HTTP/1.1 over one kept connection: as little as possible, so that the client takes little from the two cores.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::Answer;

/// One kept connection.
pub struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer, whole.
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Client {
    /// Connects.
    pub fn connect(address: SocketAddr) -> Answer<Self> {
        let wrong = |error: std::io::Error| format!("{address} does not answer: {error}");
        let stream = TcpStream::connect(address).map_err(wrong)?;
        stream.set_nodelay(true).map_err(wrong)?;
        stream.set_read_timeout(Some(Duration::from_secs(30))).map_err(wrong)?;
        Ok(Self { stream, buffer: vec![0; 1 << 20] })
    }

    /// Sends a request and reads its answer into the buffer; tells where the head ends and where the body does.
    pub fn exchange(&mut self, request: &[u8]) -> Answer<(usize, usize)> {
        self.stream.write_all(request).map_err(|error| error.to_string())?;
        let (mut have, mut ends) = (0, None);
        loop {
            let read = self.stream.read(&mut self.buffer[have..]).map_err(|error| error.to_string())?;
            if read == 0 {
                return Err("The connection was closed, or an answer is larger than a megabyte.".to_owned());
            }
            have += read;
            if ends.is_none() {
                ends = ends_of(&self.buffer[..have]);
            }
            if let Some((head, end)) = ends
                && have >= end
            {
                return Ok((head, end));
            }
        }
    }

    /// Sends a request and gives the answer.
    pub fn send(&mut self, request: &[u8]) -> Answer<Response> {
        let (head, end) = self.exchange(request)?;
        let text = String::from_utf8_lossy(&self.buffer[..head]).into_owned();
        let mut lines = text.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or(0);
        let headers = lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        Ok(Response { status, headers: headers.collect(), body: self.buffer[head..end].to_vec() })
    }
}

/// Where the head of an answer ends and where its body does, as soon as the head is there.
fn ends_of(bytes: &[u8]) -> Option<(usize, usize)> {
    let head = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(&bytes[..head]).ok()?;
    let length =
        text.lines().filter_map(|line| line.split_once(':')).find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    Some((head, head + length.map_or(0, |(_, value)| value.trim().parse().unwrap_or(0))))
}

/// A request for a page, with one more line of its head if it is not empty.
pub fn get(address: SocketAddr, path: &str, line: &str) -> Vec<u8> {
    let end = if line.is_empty() { "" } else { "\r\n" };
    format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\n{line}{end}\r\n").into_bytes()
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// The hidden value with this name on a page with one such field.
pub fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let input = page.split("<input").find(|input| input.contains(&format!("name=\"{name}\"")));
    input.and_then(|input| input.split("value=\"").nth(1)?.split('"').next()).unwrap_or_default()
}

/// A form as a browser sends it, with the line of the cookie.
pub fn post(address: SocketAddr, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Vec<u8> {
    let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let body = body.join("&");
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n{cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    format!("{head}{body}").into_bytes()
}

/// Signs a person of the demonstration in and gives the line with the cookie.
pub fn sign_in(address: SocketAddr, email: &str) -> Answer<String> {
    let mut client = Client::connect(address)?;
    let form = client.send(&get(address, "/en/sign-in", ""))?;
    let page = String::from_utf8_lossy(&form.body).into_owned();
    let fields = [
        ("form_token", hidden(&page, "form_token")),
        ("form_key", hidden(&page, "form_key")),
        ("back", "/en/sign-in"),
        ("email", email),
        ("password", "demonstration only"),
        ("next", "/desk"),
    ];
    let answer = client.send(&post(address, "/do/sign-in", &cookie_of(&form).unwrap_or_default(), &fields))?;
    cookie_of(&answer)
        .filter(|_| answer.status == 303)
        .ok_or_else(|| format!("{email} could not sign in: status {}", answer.status))
}

/// The session's cookie, or the one of a form while there is no session.
fn cookie_of(answer: &Response) -> Option<String> {
    let given = || answer.headers.iter().filter(|(name, _)| name == "set-cookie").map(|(_, line)| line);
    let line = given().find(|line| line.starts_with("__Host-sid=")).or_else(|| given().next())?;
    line.split(';').next().map(|pair| format!("Cookie: {pair}"))
}
