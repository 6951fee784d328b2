-- Tokens of programs. Of the secret only its SHA-256 is kept. A row is never taken away: what its program did stands under its name.
create table login_token (
    token_id    varchar(20) primary key,
    token_name  varchar(60)${binary} not null,
    secret_hash varchar(64) not null,
    roles       varchar(1000) not null,
    made_at     timestamp(6) with time zone not null,
    made_by     varchar(200) not null,
    expires_at  timestamp(6) with time zone not null,
    revoked_at  timestamp(6) with time zone,
    revoked_by  varchar(200),
    last_used   timestamp(6) with time zone,
    constraint login_token_name_once unique (token_name)
);
