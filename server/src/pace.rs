//! Readers that hardly read: whoever takes less than a kilobyte a second of an answer over ten seconds is cut, so that nobody holds
//! an answer, its memory and a seat for as long as they like.

use std::future::Future as _;
use std::io::{Error, ErrorKind, IoSlice, Result};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep};

/// Over how long is counted.
const OVER: Duration = Duration::from_secs(10);
/// How many bytes must have gone out meanwhile.
const AT_LEAST: usize = 10 * 1024;

/// A connection that is cut when its reader is too slow.
pub struct Paced<S> {
    stream: S,
    /// Set while the reader lets us wait.
    end: Option<Pin<Box<Sleep>>>,
    /// How much went out since.
    taken: usize,
}

impl<S> Paced<S> {
    /// A connection that is watched.
    pub const fn new(stream: S) -> Self {
        Self { stream, end: None, taken: 0 }
    }

    /// Counts what went out; while nothing can go out, the time runs.
    fn counted(&mut self, context: &mut Context<'_>, wrote: Poll<Result<usize>>) -> Poll<Result<usize>> {
        match wrote {
            Poll::Ready(Ok(bytes)) => {
                self.taken += bytes;
                Poll::Ready(Ok(bytes))
            }
            Poll::Ready(failed) => Poll::Ready(failed),
            Poll::Pending => {
                let end = self.end.get_or_insert_with(|| Box::pin(tokio::time::sleep(OVER)));
                ready!(end.as_mut().poll(context));
                if self.taken < AT_LEAST {
                    return Poll::Ready(Err(Error::new(ErrorKind::TimedOut, "the reader is too slow")));
                }
                self.taken = 0;
                end.as_mut().reset(Instant::now() + OVER);
                // Asked once more, so that the new time is waited for.
                let _ = end.as_mut().poll(context);
                Poll::Pending
            }
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Paced<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Paced<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let wrote = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.counted(context, wrote)
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, context: &mut Context<'_>, parts: &[IoSlice<'_>]) -> Poll<Result<usize>> {
        let wrote = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.counted(context, wrote)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_flush(context))?;
        // Everything is out: the next answer has its own time.
        self.end = None;
        self.taken = 0;
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::*;

    /// Sends a megabyte to somebody who takes so many bytes each second; gives what came of it, and after how long.
    async fn sent(each_second: usize) -> (Result<()>, Duration) {
        let (ours, mut theirs) = tokio::io::duplex(4096);
        let reader = tokio::spawn(async move {
            let mut taken = vec![0; each_second.max(1)];
            loop {
                tokio::time::sleep(Duration::from_secs(1)).await;
                if each_second > 0 && theirs.read_exact(&mut taken).await.is_err() {
                    return;
                }
            }
        });
        let (mut ours, began) = (Paced::new(ours), Instant::now());
        let sent = ours.write_all(&vec![7; 1_000_000]).await;
        reader.abort();
        (sent, began.elapsed())
    }

    #[tokio::test(start_paused = true)]
    async fn a_reader_that_takes_nothing_or_hardly_anything_is_cut_after_ten_seconds() {
        for slow in [0, 100, 900] {
            let (result, after) = sent(slow).await;
            assert_eq!(result.expect_err("it is too slow").kind(), ErrorKind::TimedOut, "{slow}");
            assert!(after < Duration::from_secs(30), "{slow}: {after:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_reader_on_a_weak_line_gets_everything() {
        let (result, after) = sent(2_000).await;
        result.expect("it is quick enough");
        assert!(after > Duration::from_secs(400));
    }
}
