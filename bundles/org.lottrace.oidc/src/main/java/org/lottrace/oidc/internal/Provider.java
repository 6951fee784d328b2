package org.lottrace.oidc.internal;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import org.lottrace.api.login.ProviderUnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider that is configured: what an administrator says of it, checked once, and what it says of itself, read when it is first
 * needed. There only when all of the configuration is right.
 */
@Component(
        service = Provider.class,
        configurationPid = OidcConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OidcConfig.class)
public final class Provider {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final int LARGEST_ANSWER = 1_000_000;

    private final OidcSettings settings;

    // two that come together ask twice, and nobody waits for another's answer
    private volatile OIDCProviderMetadata metadata;

    /** @throws IllegalArgumentException naming everything that is wrong */
    @Activate
    public Provider(OidcConfig config) {
        this.settings = OidcSettings.of(config);
    }

    OidcSettings settings() {
        return settings;
    }

    OIDCProviderMetadata metadata() {
        if (metadata == null) {
            try {
                metadata = OIDCProviderMetadata.resolve(settings.issuer(), milliseconds(), milliseconds());
            } catch (GeneralException | IOException away) {
                throw unavailable(away);
            }
        }
        return metadata;
    }

    URL keys() {
        try {
            return metadata().getJWKSetURI().toURL();
        } catch (MalformedURLException noAddress) {
            throw unavailable(noAddress);
        }
    }

    DefaultResourceRetriever retriever() {
        return new DefaultResourceRetriever(milliseconds(), milliseconds(), LARGEST_ANSWER);
    }

    int milliseconds() {
        return Math.toIntExact(settings.timeout().toMillis());
    }

    ProviderUnavailableException unavailable(Exception away) {
        LOG.warn("the identity provider cannot be asked issuer={} reason={}", settings.issuer(), away.toString());
        return new ProviderUnavailableException(
                "the identity provider " + settings.issuer() + " cannot be asked: " + away.getMessage(), away);
    }
}
