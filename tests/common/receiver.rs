//! An HTTP server on this machine that answers as it is told to, and remembers what came.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle, sleep};
use std::time::{Duration, Instant};

/// How it answers one call.
#[derive(Clone, Debug)]
pub enum Reaction {
    /// With a status and some words.
    Status(u16, &'static str),
    /// With a status and a header of its own.
    Header(u16, String),
    /// With 200, after a while.
    Slow(Duration),
    /// It reads all of it and says nothing for a while, then closes.
    Silent(Duration),
    /// It reads all of it and closes without a word.
    Cut,
    /// It closes in the middle of its answer, before the status is out.
    HalfAnswer,
    /// It says 200, and closes in the middle of the words after it.
    HalfWords,
}

/// One call that came.
#[derive(Clone, Debug)]
pub struct Call {
    /// "POST /hook HTTP/1.1"
    pub request: String,
    headers: Vec<(String, String)>,
    pub body: String,
    /// Whether the answer said that it arrived.
    pub is_taken: bool,
    pub at: Instant,
}

impl Call {
    /// The value of a header, by its lower-case name; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(header, _)| header == name).map_or("", |(_, value)| value)
    }
}

/// The server; it ends when it goes out of scope.
pub struct Receiver {
    port: u16,
    calls: Arc<Mutex<Vec<Call>>>,
    reactions: Arc<Mutex<VecDeque<Reaction>>>,
    is_ending: Arc<AtomicBool>,
    server: Option<JoinHandle<()>>,
}

impl Receiver {
    /// A server on a free port that answers 200.
    pub fn start() -> Self {
        Self::on(0)
    }

    /// The same on a port.
    pub fn on(port: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (calls, reactions, is_ending) = (Arc::default(), Arc::default(), Arc::new(AtomicBool::new(false)));
        let (seen, answers, ends) = (Arc::clone(&calls), Arc::clone(&reactions), Arc::clone(&is_ending));
        let server = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ends.load(Ordering::Acquire) {
                    return;
                }
                let (seen, answers) = (Arc::clone(&seen), Arc::clone(&answers));
                thread::spawn(move || serve(stream, &seen, &answers));
            }
        });
        Self { port, calls, reactions, is_ending, server: Some(server) }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its address with a path.
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// How it answers the next call; after all that were said it answers 200.
    pub fn react(&self, reaction: Reaction) {
        self.reactions.lock().expect("reactions").push_back(reaction);
    }

    /// What came so far.
    pub fn calls(&self) -> Vec<Call> {
        self.calls.lock().expect("calls").clone()
    }

    /// The ids of what arrived, in order.
    pub fn taken(&self) -> Vec<String> {
        let calls = self.calls();
        calls.iter().filter(|call| call.is_taken).map(|call| call.header("idempotency-key").to_owned()).collect()
    }

    /// Waits until so many calls came.
    #[track_caller]
    pub fn wait_for(&self, calls: usize, limit: Duration) -> Vec<Call> {
        let end = Instant::now() + limit;
        while self.calls().len() < calls {
            assert!(Instant::now() < end, "{} of {calls} calls in {limit:?}", self.calls().len());
            sleep(Duration::from_millis(10));
        }
        self.calls()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.is_ending.store(true, Ordering::Release);
        // Wakes the one who waits for a call.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        let _ = self.server.take().map(JoinHandle::join);
    }
}

fn serve(mut stream: TcpStream, calls: &Mutex<Vec<Call>>, reactions: &Mutex<VecDeque<Reaction>>) {
    let Some(mut call) = read(&stream) else { return };
    let reaction = reactions.lock().expect("reactions").pop_front().unwrap_or(Reaction::Status(200, "ok"));
    call.is_taken = matches!(reaction, Reaction::Status(200..=299, _) | Reaction::Slow(_) | Reaction::HalfWords);
    calls.lock().expect("calls").push(call);
    let _ = match reaction {
        Reaction::Status(status, words) => answer(&mut stream, status, "", words),
        Reaction::Header(status, header) => answer(&mut stream, status, &format!("{header}\r\n"), ""),
        Reaction::Slow(wait) => {
            sleep(wait);
            answer(&mut stream, 200, "", "late")
        }
        Reaction::Silent(wait) => {
            sleep(wait);
            Ok(())
        }
        Reaction::Cut => Ok(()),
        Reaction::HalfAnswer => stream.write_all(b"HTTP/1.1 2"),
        Reaction::HalfWords => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nall is"),
    };
    let _ = stream.shutdown(Shutdown::Both);
}

fn answer(stream: &mut TcpStream, status: u16, headers: &str, words: &str) -> std::io::Result<()> {
    let length = words.len();
    write!(stream, "HTTP/1.1 {status} Said\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{words}")
}

fn read(stream: &TcpStream) -> Option<Call> {
    let mut reader = BufReader::new(stream);
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|bytes| *bytes > 0)?;
        Some(line.trim_end().to_owned())
    };
    let request = line()?;
    let mut headers = Vec::new();
    while let Some(header) = line().filter(|header| !header.is_empty()) {
        let (name, value) = header.split_once(':')?;
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length")?.1.parse().ok()?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let body = String::from_utf8(body).ok()?;
    Some(Call { request, headers, body, is_taken: false, at: Instant::now() })
}
