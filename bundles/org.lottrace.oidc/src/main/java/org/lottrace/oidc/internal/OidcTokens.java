package org.lottrace.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.login.ProviderTokens;
import org.lottrace.api.operation.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens of the provider that is configured. Its keys are read when they are first needed, and again when a token names one that
 * is not known yet, at most twice in half a minute: so it may change them, and nobody can make LotTrace ask on and on.
 */
@Component(
        configurationPid = OidcConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE) // or the bundle waited for it
public final class OidcTokens implements ProviderTokens {
    private static final Logger LOG = LoggerFactory.getLogger(OidcTokens.class);

    /** RFC 9068 has a name for them; most providers call them as every other token, or not at all (null). */
    private static final JOSEObjectType[] TYPES = {new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null};

    private final OidcSettings settings;
    private final Provider provider;
    private final AuditLog audit;
    private final SeenTokens seen = new SeenTokens();
    private volatile ConfigurableJWTProcessor<SecurityContext> processor;

    @Activate
    public OidcTokens(@Reference AuditLog audit, @Reference Provider provider) {
        this.settings = provider.settings();
        this.provider = provider;
        this.audit = audit;
    }

    @Override
    public Optional<Caller> login(String token, String address) {
        if (settings.audience().isEmpty()) {
            return Optional.empty();
        }
        try {
            JWTClaimsSet claims = processor().process(token, null);
            Caller caller = settings.caller(
                    claims.getStringClaim(settings.userClaim()), claims.getStringListClaim(settings.groupsClaim()));
            if (seen.isNew(token)) {
                audit.providerLogin(caller.name(), address, caller.roles());
            }
            return Optional.of(caller);
        } catch (RefusedByProviderException
                | BadJOSEException
                | ParseException
                | RateLimitReachedException
                        refused) { // the last: the keys were read just now, and its own is not among them
            LOG.warn("token of the provider refused address={} reason={}", address, refused.getMessage());
            audit.providerLoginFailed(address);
            return Optional.empty();
        } catch (JOSEException away) {
            throw provider.unavailable(away);
        }
    }

    private ConfigurableJWTProcessor<SecurityContext> processor() {
        if (processor == null) {
            ConfigurableJWTProcessor<SecurityContext> made = new DefaultJWTProcessor<>();
            made.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
            made.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    settings.signature(),
                    JWKSourceBuilder.create(provider.keys(), provider.retriever())
                            .build()));
            made.setJWTClaimsSetVerifier(claims());
            processor = made;
        }
        return processor;
    }

    /** The time is that of this machine; a minute is allowed for clocks that differ. */
    private DefaultJWTClaimsVerifier<SecurityContext> claims() {
        JWTClaimsSet exact =
                new JWTClaimsSet.Builder().issuer(settings.issuer().getValue()).build();
        return new DefaultJWTClaimsVerifier<>(settings.audience().orElseThrow(), exact, Set.of("exp"));
    }
}
