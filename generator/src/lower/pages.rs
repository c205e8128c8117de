//! Pages: the fields of requests and answers that the way from page to page leads through.

use crate::api::Api;
use crate::diagnostics::{Diagnostic, Kind};
use crate::docs;
use crate::infer::{EndpointTypes, NextPage, NoPages, Pages};
use crate::rust::{
    Access, Collection, Endpoint, Model, ModelKind, Module, Next, Origin, Output, Paging,
    SlotPlace, Target, Type, Way,
};

/// Gives each endpoint whose answers are pages its way through them, where the types allow it.
pub fn name(found: &[EndpointTypes], shared: &[Model], endpoints: &mut [Endpoint]) {
    for endpoint in endpoints {
        let pages = found.get(endpoint.index).and_then(|found| found.pages.as_ref()?.as_ref().ok());
        endpoint.paging = pages.and_then(|pages| paging(pages, shared, endpoint));
        if let Some(paging) = &endpoint.paging {
            endpoint.docs += &docs::pages(paging);
        }
    }
}

/// What was found, for the user: which endpoints have pages, and why those have none that could.
pub fn note(collection: &Collection, api: &Api, found: &[EndpointTypes]) -> Vec<Diagnostic> {
    let mut endpoints: Vec<&Endpoint> = collection.endpoints.iter().collect();
    collection.modules.iter().for_each(|module| inside(module, &mut endpoints));
    endpoints.sort_by_key(|endpoint| endpoint.index);
    let noted = endpoints.iter().filter_map(|endpoint| {
        let request = api.endpoints.get(endpoint.index)?;
        let kind = match (&endpoint.paging, &found.get(endpoint.index)?.pages) {
            (Some(paging), _) => Kind::Paginated { how: paging.how() },
            (None, None) => return None,
            (None, Some(Ok(_))) => Kind::NotPaginated { why: misfit(&endpoint.output) },
            (None, Some(Err(reason))) => Kind::NotPaginated { why: why(*reason) },
        };
        Some(Diagnostic { kind, place: request.place.clone(), trail: request.trail.clone() })
    });
    noted.collect()
}

/// Why the types do not allow what was found.
fn misfit(output: &Output) -> &'static str {
    match output {
        Output::Json(_) => "what says which page is next is neither a text nor a whole number",
        _ => "what an answer holds is not the same for every status",
    }
}

/// Why there is no way through pages.
fn why(reason: NoPages) -> &'static str {
    match reason {
        NoPages::NoAnswer => "no success in JSON is saved",
        NoPages::NoList => {
            "the answer has no list, or several of which none is called like its content"
        }
        NoPages::NoNext => "nothing in the saved answers says how to go on",
    }
}

fn inside<'a>(module: &'a Module, endpoints: &mut Vec<&'a Endpoint>) {
    endpoints.extend(&module.endpoints);
    module.modules.iter().for_each(|module| inside(module, endpoints));
}

fn paging(pages: &Pages, shared: &[Model], endpoint: &Endpoint) -> Option<Paging> {
    let Output::Json(output) = &endpoint.output else { return None };
    let way = |keys: &[String]| way(output, keys, shared, endpoint);
    let (list, Type::Vec(item)) = way(&pages.list)? else { return None };
    let number = |name: &str| target(endpoint, name).filter(|target| target.ty == Type::I64);
    let way = match &pages.next {
        NextPage::Token { parameter, token } => {
            let (token, Type::String | Type::Secret | Type::I64 | Type::Uuid) = way(token)? else {
                return None;
            };
            Way::Set(target(endpoint, parameter)?, Next::Token(token))
        }
        NextPage::Link { parameter } => {
            Way::Set(target(endpoint, parameter)?, Next::Link(parameter.clone()))
        }
        NextPage::Address { keys } => {
            let (address, Type::String | Type::Secret | Type::Value) = way(keys)? else {
                return None;
            };
            Way::Address(address)
        }
        NextPage::LinkAddress => Way::LinkAddress,
        NextPage::Page { parameter, first, size } => {
            Way::Set(number(parameter)?, Next::Page(*first, size.as_deref().and_then(number)))
        }
        NextPage::Offset { parameter, size } => {
            Way::Set(number(parameter)?, Next::Offset(number(size)?))
        }
    };
    Some(Paging { list, item: *item, way })
}

/// The field of a parameter of the query, when it is a text or a number.
fn target(endpoint: &Endpoint, parameter: &str) -> Option<Target> {
    let mut both = endpoint.fields.iter().zip(&endpoint.saved);
    let (field, _) =
        both.find(|(_, slot)| slot.place == SlotPlace::Query && slot.name == parameter)?;
    let ty = match &field.ty {
        Type::Option(inner) => &**inner,
        ty => ty,
    };
    let fits = matches!(ty, Type::I64 | Type::Text | Type::Secret)
        && !matches!(field.origin, Origin::Fixed(_));
    fits.then(|| Target { field: field.name.clone(), ty: ty.clone() })
}

/// The fields from the answer along these keys, and the type at their end.
fn way(
    output: &Type,
    keys: &[String],
    shared: &[Model],
    endpoint: &Endpoint,
) -> Option<(Vec<Access>, Type)> {
    let mut fields = Vec::with_capacity(keys.len());
    let mut ty = output.clone();
    for key in keys {
        while let Type::Boxed(inner) = ty {
            ty = *inner;
        }
        let (name, arguments) = ty.model()?;
        let model = endpoint.models.iter().chain(shared).find(|model| model.name == name)?;
        let ModelKind::Struct { fields: members, .. } = &model.kind else { return None };
        let member = members.iter().find(|member| member.key == *key)?;
        let (inner, optional) = match member.ty.with(arguments) {
            Type::Option(inner) => (*inner, true),
            ty => (ty, false),
        };
        fields.push(Access { field: member.name.clone(), optional });
        ty = inner;
    }
    Some((fields, ty))
}
