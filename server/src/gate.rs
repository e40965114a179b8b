//! The gate: host, method and origin of every request, before routing and before a byte of the body is read.

use std::sync::Arc;

use http::{HeaderMap, Method, StatusCode, header};

use crate::csp;

/// What the gate compares with.
#[derive(Clone, Debug)]
pub struct Gate {
    origin: Arc<str>,
    authority: Arc<str>,
}

impl Gate {
    /// A gate for this public address.
    pub fn new(origin: &str) -> Self {
        let authority = origin.split_once("://").map_or(origin, |(_, authority)| authority);
        Self { origin: origin.into(), authority: authority.into() }
    }

    /// The status with which a request is refused, if it is.
    pub fn refuses(&self, method: &Method, path: &str, headers: &HeaderMap) -> Option<StatusCode> {
        let mut hosts = headers.get_all(header::HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return Some(StatusCode::BAD_REQUEST) };
        if host.as_bytes() != self.authority.as_bytes() && !matches!(path, "/healthz" | "/readyz") {
            return Some(StatusCode::MISDIRECTED_REQUEST);
        }
        if matches!(*method, Method::GET | Method::HEAD) {
            return None;
        }
        if *method != Method::POST {
            return Some(StatusCode::METHOD_NOT_ALLOWED);
        }
        self.refuses_post(path, headers)
    }

    fn refuses_post(&self, path: &str, headers: &HeaderMap) -> Option<StatusCode> {
        let once = |name: &str| {
            let mut values = headers.get_all(name).iter();
            let first = values.next();
            if values.next().is_some() { Err(StatusCode::BAD_REQUEST) } else { Ok(first) }
        };
        let (origin, site) = match (once("origin"), once("sec-fetch-site")) {
            (Ok(origin), Ok(site)) => (origin, site),
            (Err(status), _) | (_, Err(status)) => return Some(status),
        };
        let foreign = origin.is_some_and(|origin| origin.as_bytes() != self.origin.as_bytes())
            || site.is_some_and(|site| !matches!(site.as_bytes(), b"same-origin" | b"none"))
            || (origin.is_none() && site.is_none());
        if foreign {
            return Some(StatusCode::FORBIDDEN);
        }
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let known: &[&str] =
            if path == csp::PATH { &csp::KINDS } else { &["application/x-www-form-urlencoded", "multipart/form-data"] };
        (!known.iter().any(|known| kind.starts_with(known))).then_some(StatusCode::UNSUPPORTED_MEDIA_TYPE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(method: Method, pairs: &[(&'static str, &'static str)]) -> Option<u16> {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, http::HeaderValue::from_static(value));
        }
        Gate::new("https://portal.example").refuses(&method, "/do/x", &headers).map(|status| status.as_u16())
    }

    const HOST: (&str, &str) = ("host", "portal.example");
    const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
    const OWN: (&str, &str) = ("origin", "https://portal.example");

    #[test]
    fn the_host_must_be_ours_and_stand_there_once() {
        assert_eq!(verdict(Method::GET, &[]), Some(400));
        assert_eq!(verdict(Method::GET, &[HOST, HOST]), Some(400));
        assert_eq!(verdict(Method::GET, &[("host", "evil.example")]), Some(421));
        assert_eq!(verdict(Method::GET, &[HOST]), None);
    }

    #[test]
    fn a_post_must_come_from_our_own_pages() {
        assert_eq!(verdict(Method::POST, &[HOST, FORM]), Some(403));
        assert_eq!(verdict(Method::POST, &[HOST, FORM, ("origin", "null")]), Some(403));
        assert_eq!(verdict(Method::POST, &[HOST, FORM, ("origin", "https://portal.example.evil")]), Some(403));
        assert_eq!(verdict(Method::POST, &[HOST, FORM, OWN, ("sec-fetch-site", "cross-site")]), Some(403));
        assert_eq!(verdict(Method::POST, &[HOST, FORM, OWN, OWN]), Some(400));
        assert_eq!(verdict(Method::POST, &[HOST, FORM, OWN]), None);
        assert_eq!(verdict(Method::POST, &[HOST, FORM, ("sec-fetch-site", "same-origin")]), None);
    }

    #[test]
    fn other_methods_and_kinds_do_not_pass() {
        assert_eq!(verdict(Method::PUT, &[HOST, OWN]), Some(405));
        assert_eq!(verdict(Method::POST, &[HOST, OWN, ("content-type", "application/json")]), Some(415));
        assert_eq!(verdict(Method::POST, &[HOST, OWN]), Some(415));
    }
}
