package org.lottrace.oidc.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace logins at an identity provider",
        description = "OpenID Connect, authorization code flow with PKCE; without it people log in with a password")
@interface OidcConfig {
    String PID = "org.lottrace.oidc";

    @AttributeDefinition(name = "Name", description = "what people call the provider; stands on the button")
    String name() default "";

    @AttributeDefinition(
            name = "Issuer",
            description =
                    "https address of the provider; its settings are read from /.well-known/openid-configuration below it")
    String issuer() default "";

    @AttributeDefinition(name = "Client", description = "what the provider calls LotTrace")
    String client_id() default "";

    @AttributeDefinition(
            name = "Client secret",
            description = "file with the secret of that client; empty: a public client, which PKCE alone protects")
    String client_secret_file() default "";

    @AttributeDefinition(
            name = "Console",
            description =
                    "https address of LotTrace as browsers see it, such as https://lottrace.example.com; the provider must"
                            + " know <address>/console/login/answer as a redirect URI")
    String console_address() default "";

    @AttributeDefinition(name = "Scopes", description = "that are asked for, beside openid")
    String[] scopes() default {"profile"};

    @AttributeDefinition(name = "User", description = "claim of the token that names the person in LotTrace's records")
    String user_claim() default "preferred_username";

    @AttributeDefinition(name = "Groups", description = "claim of the token with a list of groups")
    String groups_claim() default "groups";

    @AttributeDefinition(
            name = "Roles",
            description =
                    "what members of a group may do, group = role, each group on its own; several rows of one group add up")
    String[] roles() default {};

    @AttributeDefinition(name = "Signature", description = "with which the provider signs tokens (RFC 7518)")
    String signature() default "RS256";

    @AttributeDefinition(
            name = "Audience of tokens",
            description =
                    "what access tokens of the provider must be meant for (aud), so that REST and SOAP take them; empty: they take none")
    String token_audience() default "";

    @AttributeDefinition(
            name = "Session",
            description = "minutes until the provider is asked again who somebody is and in which groups")
    int session_minutes() default 60;

    @AttributeDefinition(name = "Timeout", description = "seconds for connecting to the provider, and for each answer")
    int timeout_seconds() default 10;
}
