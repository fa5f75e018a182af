-- Templates: empty forms with their fields, to be filled in again and again.

create sequence edit_template_seq;

create table edit_template (
    organization_id text collate "C" not null,
    id              text collate "C" not null,
    seq             bigint not null default nextval('edit_template_seq'),
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    name            text not null,

    -- The form, a PDF, as it was sent; its id is made of its bytes.
    filename        text not null,
    document_id     text collate "C" not null,
    document        bytea not null,

    -- A JSON array; nothing is looked for in it.
    fields          text not null,
    field_count     int not null check (field_count >= 0),

    primary key (organization_id, id)
);

-- PDFs are compressed already; and the beginning of one can be read without the rest of it.
alter table edit_template alter column document set storage external;

create unique index edit_template_in_order on edit_template (organization_id, seq);
