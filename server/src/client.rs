//! Whose request it is on the network: the address that limits count by. A proxy in front is named in the settings; only then is
//! its word taken for the address behind it. The machine itself is not limited.

use std::net::{IpAddr, Ipv6Addr};

use http::request::Parts;
use http::{HeaderMap, header};

/// The other end of a connection, as the accept loop saw it.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// The address that limits count by; `None` for the machine itself.
pub fn of(parts: &Parts, proxy: Option<IpAddr>) -> Option<IpAddr> {
    let Peer(peer) = parts.extensions.get::<Peer>().copied()?;
    let address = if Some(peer) == proxy { forwarded(parts)? } else { peer };
    limited(address)
}

/// The nearest address that the proxy names: what stands before it in the line was written by the client.
fn forwarded(parts: &Parts) -> Option<IpAddr> {
    let line = parts.headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    line.rsplit(',').next()?.trim().parse().ok()
}

/// An address as it is counted: a household of IPv6 has a whole /64 of them.
pub fn limited(address: IpAddr) -> Option<IpAddr> {
    let address = address.to_canonical();
    if address.is_loopback() {
        return None;
    }
    Some(match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    })
}

/// The browser and its system in two words, for the list of a person's own sessions.
pub fn browser(headers: &HeaderMap) -> Option<String> {
    let named = headers.get(header::USER_AGENT)?.to_str().ok()?;
    let known = |names: &[(&str, &str)]| names.iter().find(|(mark, _)| named.contains(mark)).map(|(_, name)| (*name).to_owned());
    // The order counts: most browsers also claim to be an older one.
    let browser = known(&[("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari")]);
    let system = known(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    let both: Vec<_> = browser.into_iter().chain(system).collect();
    (!both.is_empty()).then(|| both.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(peer: &str, header: Option<&'static str>, proxy: Option<&str>) -> Option<String> {
        let mut request = http::Request::builder();
        if let Some(value) = header {
            request = request.header("x-forwarded-for", value);
        }
        let (mut parts, ()) = request.body(()).ok()?.into_parts();
        parts.extensions.insert(Peer(peer.parse().ok()?));
        of(&parts, proxy.and_then(|proxy| proxy.parse().ok())).map(|address| address.to_string())
    }

    #[test]
    fn only_the_proxy_is_believed_and_only_its_own_word() {
        let forged = Some("198.51.100.1, 203.0.113.7");
        assert_eq!(counted("192.0.2.9", forged, None).as_deref(), Some("192.0.2.9"));
        assert_eq!(counted("192.0.2.9", forged, Some("127.0.0.1")).as_deref(), Some("192.0.2.9"));
        assert_eq!(counted("127.0.0.1", forged, Some("127.0.0.1")).as_deref(), Some("203.0.113.7"));
        assert_eq!(counted("127.0.0.1", None, Some("127.0.0.1")), None);
        assert_eq!(counted("127.0.0.1", forged, None), None);
    }

    #[test]
    fn addresses_of_one_household_count_as_one() {
        assert_eq!(counted("2001:db8:1:2:3:4:5:6", None, None).as_deref(), Some("2001:db8:1:2::"));
        assert_eq!(counted("::ffff:192.0.2.9", None, None).as_deref(), Some("192.0.2.9"));
    }
}
