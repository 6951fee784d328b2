package org.lottrace.oidc.internal;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is configured, checked.
 *
 * @param redirect where the provider leads browsers back to
 * @param authentication of LotTrace at the provider; absent for a public client
 * @param audience that access tokens must be meant for; absent when none is taken
 */
record OidcSettings(
        String name,
        Issuer issuer,
        ClientID client,
        Optional<ClientAuthentication> authentication,
        URI redirect,
        Scope scope,
        String userClaim,
        String groupsClaim,
        GroupRoles roles,
        JWSAlgorithm signature,
        Optional<String> audience,
        Duration session,
        Duration timeout) {
    private static final Logger LOG = LoggerFactory.getLogger(OidcSettings.class);
    private static final String ANSWER = "/console/login/answer";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException naming everything that is wrong */
    static OidcSettings of(OidcConfig config) {
        List<String> problems = new ArrayList<>();
        checkAddress("issuer", config.issuer(), problems);
        checkAddress("console.address", config.console_address(), problems);
        checkGiven("client.id", config.client_id(), problems);
        checkGiven("name", config.name(), problems);
        checkGiven("user.claim", config.user_claim(), problems);
        checkGiven("groups.claim", config.groups_claim(), problems);
        JWSAlgorithm signature = JWSAlgorithm.parse(config.signature());
        if (!JWSAlgorithm.Family.SIGNATURE.contains(signature)) {
            problems.add("signature: " + signature + " is none of " + JWSAlgorithm.Family.SIGNATURE);
        }
        if (!config.token_audience().isBlank() && config.token_audience().equals(config.client_id())) {
            problems.add(
                    "token.audience: " + config.client_id()
                            + " is the audience of the tokens that say who has logged in; enter another one at the provider for LotTrace's services");
        }
        if (config.session_minutes() < 1 || config.timeout_seconds() < 1) {
            problems.add("session.minutes and timeout.seconds must be 1 or more");
        }
        GroupRoles roles = GroupRoles.of(config.roles(), problems);
        Optional<Secret> secret = secret(config.client_secret_file(), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("no login at a provider until etc/" + OidcConfig.PID + ".cfg is mended: "
                    + String.join("; ", problems));
        }
        ClientID client = new ClientID(config.client_id());
        Scope scope = new Scope(config.scopes());
        scope.add("openid");
        return new OidcSettings(
                config.name(),
                new Issuer(config.issuer()),
                client,
                secret.map(known -> new ClientSecretBasic(client, known)),
                URI.create(config.console_address().replaceAll("/+$", "") + ANSWER),
                scope,
                config.user_claim(),
                config.groups_claim(),
                roles,
                signature,
                Optional.of(config.token_audience()).filter(audience -> !audience.isBlank()),
                Duration.ofMinutes(config.session_minutes()),
                Duration.ofSeconds(config.timeout_seconds()));
    }

    /**
     * @param user as the token names it; null when it does not
     * @param groups as the token names them; null for none
     */
    Caller caller(String user, List<String> groups) throws RefusedByProviderException {
        if (user == null || user.isBlank()) {
            throw new RefusedByProviderException("the token has no claim " + userClaim);
        }
        List<String> known = Optional.ofNullable(groups).orElse(List.of());
        Set<Role> has = roles.of(known);
        if (has.isEmpty()) {
            LOG.warn("login at the provider without a role user={} groups={}", user, known);
        }
        return new Caller(user, has);
    }

    /** Tokens and codes travel there: nobody on the way may read them. */
    private static void checkAddress(String setting, String text, List<String> problems) {
        try {
            URI address = URI.create(text);
            boolean isSafe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
            if (!isSafe || address.getHost() == null) {
                problems.add(setting + ": \"" + text + "\" is no https address");
            }
        } catch (IllegalArgumentException noAddress) {
            problems.add(setting + ": \"" + text + "\" is no https address");
        }
    }

    private static void checkGiven(String setting, String text, List<String> problems) {
        if (text.isBlank()) {
            problems.add(setting + " is missing");
        }
    }

    private static Optional<Secret> secret(String file, List<String> problems) {
        if (file.isBlank()) {
            return Optional.empty();
        }
        try {
            String secret = Files.readString(Path.of(file)).strip();
            checkGiven("the secret in " + file, secret, problems);
            return Optional.of(new Secret(secret));
        } catch (IOException unreadable) {
            problems.add("client.secret.file: " + file + " cannot be read (" + unreadable.getMessage() + ")");
            return Optional.empty();
        }
    }
}
