//! Values that flow from responses to later requests: plain data.

use crate::json_path::JsonPath;
use crate::postman::Place;

/// Which responses supply which variables, as the scripts of a collection say.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    /// Variables that scripts set and requests use, in the order in which scripts set them.
    pub variables: Vec<FlowVariable>,
}

/// A variable that scripts set.
#[derive(Debug, Clone)]
pub struct FlowVariable {
    /// Its name.
    pub name: String,
    /// What sets it, in order.
    pub producers: Vec<Producer>,
    /// The requests that send it, in order: positions in [`Api::endpoints`](super::Api::endpoints).
    pub consumers: Vec<usize>,
    /// It is a credential of requests: a token or a key.
    pub credential: bool,
}

/// A script that sets a variable.
#[derive(Debug, Clone)]
pub struct Producer {
    /// The request whose script it is, or whose response supplies the value; `None` for the script of a folder or the
    /// collection that holds for more than one request.
    pub endpoint: Option<usize>,
    /// Where the value comes from.
    pub supply: Supply,
    /// The location of the script.
    pub place: Place,
    /// The names of the folders and of the request around the script.
    pub trail: Vec<String>,
    /// The line of the script, from 1.
    pub line: u32,
    /// The requests that the script runs with: a range of positions.
    pub requests: std::ops::Range<usize>,
    /// The status that the script checks for.
    pub when: Option<u16>,
}

/// Where the value of a variable comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Supply {
    /// A path of the response's JSON.
    Json(JsonPath),
    /// A header of the response.
    Header(String),
    /// A cookie of the response.
    Cookie(String),
    /// The whole body of the response as text.
    Body,
    /// Something that only the script can compute, such as "a signature".
    Script(&'static str),
}

impl FlowVariable {
    /// The producer to name: a request whose response supplies the value, else the first script that sets it.
    pub fn main_producer(&self) -> Option<&Producer> {
        let from_response = |producer: &&Producer| {
            !matches!(producer.supply, Supply::Script(_)) && producer.endpoint.is_some()
        };
        self.producers.iter().find(from_response).or_else(|| self.producers.first())
    }

    /// The request that supplies it, with the source of the value, when it is a response that does.
    pub fn response(&self) -> Option<(usize, &Supply)> {
        self.producers.iter().find_map(|producer| match &producer.supply {
            Supply::Script(_) => None,
            supply => Some((producer.endpoint?, supply)),
        })
    }
}

/// For people: `` `id` of the response ``.
impl std::fmt::Display for Supply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Supply::Json(path) => write!(f, "`{path}` of the response"),
            Supply::Header(name) => write!(f, "the header `{name}` of the response"),
            Supply::Cookie(name) => write!(f, "the cookie `{name}` of the response"),
            Supply::Body => f.write_str("the body of the response"),
            Supply::Script(what) => f.write_str(what),
        }
    }
}
