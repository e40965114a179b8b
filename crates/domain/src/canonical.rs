//! Canonical JSON (RFC 8785): one text for one content, so that a hash binds what was said and nothing else.
//!
//! Numbers are whole, which the portal's contents keep to; everything else follows the RFC to the letter.

use serde::Serialize;
use serde_json::Value;

/// The canonical text of a value.
#[must_use]
pub fn text(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

/// The canonical text of anything that serialises; only maps with text keys and whole numbers occur in the portal.
#[must_use]
pub fn of<T: Serialize>(content: &T) -> String {
    text(&serde_json::to_value(content).unwrap_or(Value::Null))
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            list(out, ['{', '}'], members, |(name, member), out| {
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push(':');
                write(member, out);
            });
        }
        Value::Array(items) => list(out, ['[', ']'], items, write),
        // serde_json escapes strings exactly as the RFC asks: the short forms, \u00xx in lower case, nothing else.
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => out.push_str(&value.to_string()),
    }
}

fn list<T>(out: &mut String, [open, close]: [char; 2], items: impl IntoIterator<Item = T>, each: impl Fn(T, &mut String)) {
    out.push(open);
    for (number, item) in items.into_iter().enumerate() {
        if number > 0 {
            out.push(',');
        }
        each(item, out);
    }
    out.push(close);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_sorted_by_utf16_and_nothing_is_padded() {
        let value =
            serde_json::json!({"\u{20ac}": 1, "\r": "\u{1f600}\n\u{1}", "1": [true, null], "\u{10000}": 2, "\u{fb33}": 3});
        assert_eq!(
            text(&value),
            "{\"\\r\":\"\u{1f600}\\n\\u0001\",\"1\":[true,null],\"\u{20ac}\":1,\"\u{10000}\":2,\"\u{fb33}\":3}"
        );
    }
}
