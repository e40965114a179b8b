use domain::text::Lang;
use office::word::*;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
#[path = "../tests/common/writing.rs"]
mod writing;
fn main() {
    let a = std::env::args().nth(1).unwrap();
    let mut runner = TestRunner::deterministic();
    let fixed = ["[a](http://example.org)", "[a](https://example.org/é ש?x=%zz)", "[a](mailto:a@b.example?subject=x%20y)", "`a  b\tc` and ` d`", "a\u{ad}b\u{2011}c\u{a0}d", "```\n\tx\n  y\n```", "[a](http://EXAMPLE.org)", "[a](#frag) [b](../x) [c](?q)", "[a](https://example.org/x)[b](https://example.org/y)","- a\n- b\n\n* c", "1. a\n2. b\n\n1) c","\u{200f}a\u{200e}b\u{61c}c", "[a](//example.org)","[a](http://example.org?x)","[a](http://example.org#f)", "[a](HTTP://example.org/)", "![x](y) [a b](/a\"b)"];
    let mut parts = Vec::new();
    let mut i = 0;
    let mut push = |t: String, parts: &mut Vec<Part>| { i += 1; parts.push(Part { anchor: Anchor::new(&format!("s{i}"), Lang::ALL[i % 3]).unwrap(), heading: format!("Heading {i}"), markdown: t }) };
    for f in fixed { push(f.into(), &mut parts) }
    for _ in 0..400 { let t = writing::markdown().new_tree(&mut runner).unwrap().current(); push(t, &mut parts) }
    let p = Paper { handle: "01abcdefghjkmnpqrstvwxyz99".into(), version: None, title: vec![], opening: vec![], parts };
    if a == "write" { std::fs::write(std::env::args().nth(2).unwrap(), write(&p)).unwrap(); return }
    let r = read(&std::fs::read(std::env::args().nth(2).unwrap()).unwrap()).unwrap();
    println!("{:?} {:?} {}", r.handle, r.version, r.parts.len());
    let mut bad = 0;
    for part in &p.parts {
        let n = office::markdown::normal(&part.markdown);
        match r.part(&part.anchor) { None => println!("MISSING {:?}", part.anchor), Some(b) if b.markdown != n => { bad += 1; println!("--- {:?}\nsent {:?}\nback {:?}", part.anchor, n, b.markdown) } _ => {} }
    }
    println!("bad {bad} of {}", p.parts.len());
}
