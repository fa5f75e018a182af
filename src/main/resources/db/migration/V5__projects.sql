-- Projects: a schema and settings that extractions share, as they are worked on and as they were last published.

create sequence project_seq;

create table project (
    organization_id    text collate "C" not null,
    id                 text collate "C" not null,
    seq                bigint not null default nextval('project_seq'),
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    name               text not null,

    -- JSON text as it was sent; nothing is looked for in it.
    draft_schema       text not null,
    draft_settings     text not null,
    published_schema   text,
    published_settings text,
    published_origin   text,

    primary key (organization_id, id),

    constraint project_is_published_whole check
        (num_nonnulls(published_schema, published_settings, published_origin) in (0, 3))
);

create unique index project_in_order on project (organization_id, seq);
