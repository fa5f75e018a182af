-- The tables that the start itself works on, so that its tests need no others.
CREATE TABLE organization (
    id         text PRIMARY KEY,
    name       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE api_key (
    id              text PRIMARY KEY,
    organization_id text NOT NULL REFERENCES organization,
    name            text,
    hash            bytea NOT NULL UNIQUE,
    hint            text NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    revoked_at      timestamptz
);
