package org.lottrace.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.ProviderLogins;
import org.lottrace.api.operation.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logins at the provider that is configured; its own settings are read when they are first needed. */
@Component(
        configurationPid = OidcConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE) // or the bundle waited for it
public final class OidcLogins implements ProviderLogins {
    private static final Logger LOG = LoggerFactory.getLogger(OidcLogins.class);

    private final OidcSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    private final Provider provider;
    private volatile IDTokenValidator validator;

    @Activate
    public OidcLogins(@Reference AuditLog audit, @Reference Clock clock, @Reference Provider provider) {
        this.settings = provider.settings();
        this.provider = provider;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Begun begin() {
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, settings.scope(), settings.client(), settings.redirect())
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        return new Begun(request.toURI(), state.getValue(), nonce.getValue(), verifier.getValue());
    }

    @Override
    public Optional<Login> finish(Begun begun, String answer, String address) {
        try {
            IDTokenClaimsSet claims = validator().validate(token(begun, answer).getIDToken(), new Nonce(begun.nonce()));
            Login login = login(claims);
            audit.providerLogin(login.caller().name(), address, login.caller().roles());
            return Optional.of(login);
        } catch (RefusedByProviderException | BadJOSEException | ParseException refused) {
            LOG.warn("login at the provider refused address={} reason={}", address, refused.getMessage());
            audit.providerLoginFailed(address);
            return Optional.empty();
        } catch (IOException | JOSEException away) {
            throw provider.unavailable(away);
        }
    }

    private OIDCTokens token(Begun begun, String answer)
            throws RefusedByProviderException, ParseException, IOException {
        AuthenticationResponse response =
                AuthenticationResponseParser.parse(URI.create(settings.redirect() + "?" + answer));
        if (!new State(begun.state()).equals(response.getState())) {
            throw new RefusedByProviderException("the answer does not belong to the login that this browser has begun");
        }
        if (response.getIssuer() != null && !response.getIssuer().equals(settings.issuer())) {
            throw new RefusedByProviderException("the answer is from " + response.getIssuer());
        }
        if (!response.indicatesSuccess()) {
            throw new RefusedByProviderException("the provider says "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                response.toSuccessResponse().getAuthorizationCode(),
                settings.redirect(),
                new CodeVerifier(begun.verifier()));
        URI endpoint = provider.metadata().getTokenEndpointURI();
        HTTPRequest request = settings.authentication()
                .map(client -> new TokenRequest.Builder(endpoint, client, grant).build())
                .orElseGet(() -> new TokenRequest.Builder(endpoint, settings.client(), grant).build())
                .toHTTPRequest();
        request.setConnectTimeout(provider.milliseconds());
        request.setReadTimeout(provider.milliseconds());
        TokenResponse tokens = OIDCTokenResponseParser.parse(request.send());
        if (!tokens.indicatesSuccess()) {
            throw new RefusedByProviderException("the provider gives no token: "
                    + tokens.toErrorResponse().getErrorObject().getCode());
        }
        return ((OIDCTokenResponse) tokens.toSuccessResponse()).getOIDCTokens();
    }

    private Login login(IDTokenClaimsSet claims) throws RefusedByProviderException {
        Caller caller = settings.caller(
                claims.getStringClaim(settings.userClaim()), claims.getStringListClaim(settings.groupsClaim()));
        return new Login(caller, "", Optional.of(clock.instant().plus(settings.session())));
    }

    private IDTokenValidator validator() {
        if (validator == null) {
            validator = new IDTokenValidator(
                    settings.issuer(), settings.client(), settings.signature(), provider.keys(), provider.retriever());
        }
        return validator;
    }
}
