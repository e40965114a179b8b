//! Values on their way in and out, the same for both databases.
//!
//! Rows become domain types by serde: a column has the name of a field. One deserialiser here replaces a second copy of each
//! type; which columns are read stands in the SQL text, as everywhere.

use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{self, DeserializeOwned, IntoDeserializer, Visitor};

use crate::Error;

/// A value of a column or a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// No value.
    Null,
    /// Text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// Yes or no; SQLite stores 1 or 0.
    Bool(bool),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// One row: column names and values.
pub type Row = Vec<(String, Value)>;

/// A row as a type whose fields have the names of the columns, or as a tuple in the order of the columns.
pub(crate) fn read<T: DeserializeOwned>(row: Row) -> Result<T, Error> {
    T::deserialize(RowReader(row)).map_err(|problem| Error::Corrupt(problem.to_string()))
}

struct RowReader(Row);

impl<'de> de::Deserializer<'de> for RowReader {
    type Error = de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_map(MapDeserializer::new(self.0.into_iter().map(|(name, value)| (name, ValueReader(value)))))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_seq(SeqDeserializer::new(self.0.into_iter().map(|(_, value)| ValueReader(value))))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq
        tuple_struct map struct enum identifier ignored_any
    }
}

struct ValueReader(Value);

impl<'de> IntoDeserializer<'de> for ValueReader {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> de::Deserializer<'de> for ValueReader {
    type Error = de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Text(text) => visitor.visit_string(text),
            Value::Int(number) => visitor.visit_i64(number),
            Value::Bool(yes) => visitor.visit_bool(yes),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Int(number) => visitor.visit_bool(number != 0),
            other => Self(other).deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        if self.0 == Value::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        let Value::Text(text) = &self.0 else { return Err(de::Error::custom("a code was expected")) };
        let code: StrDeserializer<'_, Self::Error> = text.as_str().into_deserializer();
        visitor.visit_enum(code)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map
        struct identifier ignored_any
    }
}

/// The parameters of an insert: the members of a record, in the order in which the SQL text names its columns.
pub(crate) fn named(sql: &str, members: &serde_json::Map<String, serde_json::Value>) -> Result<Vec<Value>, Error> {
    let columns = sql.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map_or("", |(columns, _)| columns);
    columns.split(',').map(str::trim).filter(|name| !name.is_empty()).map(|name| member(members, name)).collect()
}

fn member(members: &serde_json::Map<String, serde_json::Value>, name: &str) -> Result<Value, Error> {
    match members.get(name) {
        Some(serde_json::Value::Null) => Ok(Value::Null),
        Some(serde_json::Value::String(text)) => Ok(Value::Text(text.clone())),
        Some(serde_json::Value::Bool(yes)) => Ok(Value::Bool(*yes)),
        Some(serde_json::Value::Number(number)) if number.is_i64() => Ok(Value::Int(number.as_i64().unwrap_or_default())),
        _ => Err(Error::Corrupt(format!("no value for column {name}"))),
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use domain::edit::Edit;
    use domain::party::Party;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Sample {
        party: Party,
        yes: bool,
        at: Option<domain::time::Timestamp>,
        none: Option<String>,
    }

    #[test]
    fn a_row_reads_as_a_domain_type() {
        let row = vec![
            ("party".to_owned(), Value::from("sy")),
            ("yes".to_owned(), Value::Int(1)),
            ("at".to_owned(), Value::Int(7)),
            ("none".to_owned(), Value::Null),
        ];
        let read: Sample = read(row).expect("it fits");
        assert_eq!(read, Sample { party: Party::Sy, yes: true, at: Some(domain::time::Timestamp(7)), none: None });
    }

    #[test]
    fn a_tuple_takes_the_columns_in_their_order_and_spoiled_rows_are_told() {
        let row = vec![("a".to_owned(), Value::Int(1)), ("b".to_owned(), Value::from("x"))];
        assert_eq!(read::<(i64, String)>(row.clone()).expect("it fits"), (1, "x".to_owned()));
        assert!(read::<Edit>(row).is_err());
    }
}
