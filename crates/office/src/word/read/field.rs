//! Fields of Word: an instruction, and the words that it led to. Links are fields; of all others only the words count.

use crate::markdown::address;
use crate::misfit::Misfit;
use crate::word::runs::OWN;

/// Most fields in one another.
const OPEN: usize = 32;

/// The fields that are open.
#[derive(Default)]
pub(super) struct Fields(Vec<Field>);

#[derive(Default)]
struct Field {
    instruction: String,
    in_result: bool,
}

impl Fields {
    /// A field begins, comes to its result, or ends.
    pub fn turn(&mut self, what: &str) -> Result<(), Misfit> {
        match what {
            "begin" if self.0.len() >= OPEN => return Err(Misfit::TooLarge),
            "begin" => self.0.push(Field::default()),
            "separate" => {
                if let Some(field) = self.0.last_mut() {
                    field.in_result = true;
                }
            }
            "end" => {
                self.0.pop();
            }
            _ => {}
        }
        Ok(())
    }

    /// More of the instruction.
    pub fn instruct(&mut self, words: &str) {
        if let Some(field) = self.0.last_mut()
            && !field.in_result
        {
            field.instruction.push_str(words);
        }
    }

    /// Are letters here shown to the reader?
    pub fn shows(&self) -> bool {
        self.0.iter().all(|field| field.in_result)
    }

    /// Where letters here lead.
    pub fn href(&self) -> Option<String> {
        self.0.iter().rev().find_map(|field| hyperlink(&field.instruction))
    }
}

/// The address in an instruction such as `HYPERLINK "…"`.
pub(super) fn hyperlink(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK")?.trim_start();
    // With a switch first it leads to a place in the document.
    let inner = rest.strip_prefix('"')?;
    let (target, after) = inner.split_once('"').unwrap_or((inner, ""));
    let place = after.split_once("\\l").and_then(|(_, rest)| rest.split('"').nth(1)).filter(|_| !target.contains('#'));
    own(&place.map_or_else(|| target.to_owned(), |place| format!("{target}#{place}")))
}

/// An address as the portal writes it.
pub(super) fn own(target: &str) -> Option<String> {
    address(target.strip_prefix(OWN).unwrap_or(target))
}
