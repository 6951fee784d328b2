package org.lottrace.web.gate.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.login.Configuration;
import org.lottrace.api.login.ProviderTokens;
import org.lottrace.api.login.ProviderUnavailableException;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;
import org.lottrace.api.token.TokenLogins;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.web.gate.internal.rest.ProblemAnswer;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way in: every request below {@code /lottrace} has a user with an allowed role, or it ends here. */
@Component(
        service = ServletContextHelper.class,
        scope = ServiceScope.BUNDLE,
        configurationPid = "org.lottrace.web.gate")
@HttpWhiteboardContext(name = SecurityGate.CONTEXT, path = "/lottrace")
@Designate(ocd = SecurityGateConfig.class)
public final class SecurityGate extends ServletContextHelper {
    /** Name of the context that servlets select. */
    public static final String CONTEXT = "lottrace";

    private static final String SECONDS_UNTIL_IT_CAN_BE_TOLD = "5";
    private static final Logger LOG = LoggerFactory.getLogger(SecurityGate.class);

    private final JaasRealm realm;
    private final Set<String> allowedRoles;

    /** Dynamic, and not needed: tokens come with the database, people log in without it. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile TokenLogins tokens;

    /** Only there when an identity provider is configured. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ProviderTokens provider;

    /** Who may log in, on whatever host; {@code org.lottrace.login} gives it, guarded. Without it the login configuration of this virtual machine. */
    @Reference(
            target = JaasRealm.GUARDED,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Configuration logins;

    @Activate
    public SecurityGate(ComponentContext component, SecurityGateConfig config) {
        this(component.getUsingBundle(), config, null, null, null);
    }

    /** For tests. */
    SecurityGate(
            Bundle resources,
            SecurityGateConfig config,
            Configuration logins,
            TokenLogins tokens,
            ProviderTokens provider) {
        super(resources);
        this.tokens = tokens;
        this.provider = provider;
        this.logins = logins;
        this.realm = new JaasRealm(
                config.realm(),
                config.user_principal(),
                config.role_principal(),
                remembered(config),
                () -> this.logins);
        this.allowedRoles = allowed(config.allowed_roles());
    }

    private static RememberedLogins remembered(SecurityGateConfig config) {
        return new RememberedLogins(Duration.ofSeconds(config.remember_seconds()), files(config), System::nanoTime);
    }

    /** @return where users are kept */
    static List<Path> files(SecurityGateConfig config) {
        return Stream.of(config.remember_while_unchanged().split(","))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static Set<String> allowed(String configured) {
        Stream<String> roles = configured.isBlank()
                ? Stream.of(Role.values()).filter(Role::isOfLogin).map(Role::code)
                : Stream.of(configured.split(",")).map(String::strip).filter(role -> !role.isEmpty());
        return roles.collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String header = request.getHeader("Authorization");
        Optional<BearerToken> token = BearerToken.of(header);
        Optional<Caller> known;
        try {
            known = token.isPresent()
                    ? token.flatMap(presented -> presented.login(tokens, provider, request.getRemoteAddr()))
                    : BasicCredentials.of(header)
                            .flatMap(credentials -> realm.login(credentials, request.getRemoteAddr()));
        } catch (StoreUnavailableException notYet) {
            LOG.debug("tokens are not known yet", notYet);
            response.setHeader("Retry-After", SECONDS_UNTIL_IT_CAN_BE_TOLD);
            return refuse(
                    request,
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "TOKENS_NOT_KNOWN",
                    "Tokens are not known yet; try again.");
        } catch (ProviderUnavailableException away) {
            LOG.debug("the provider cannot be asked", away);
            response.setHeader("Retry-After", SECONDS_UNTIL_IT_CAN_BE_TOLD);
            return refuse(
                    request,
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "PROVIDER_UNAVAILABLE",
                    "The identity provider cannot be asked; try again, or use a token of LotTrace.");
        }
        if (known.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"LotTrace\", charset=\"UTF-8\"");
            if (token.isPresent()) {
                response.addHeader("WWW-Authenticate", "Bearer realm=\"LotTrace\", error=\"invalid_token\"");
            }
            return refuse(
                    request,
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "LOGIN_MISSING",
                    "A user with its password, or a token, is needed, and none that is known was given.");
        }
        Caller caller = known.get();
        if (Collections.disjoint(caller.roles(), allowedRoles)) {
            LOG.warn("access denied user={} needs one of roles={}", caller.name(), allowedRoles);
            return refuse(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    Operations.ROLE_MISSING,
                    "The user has no role in LotTrace; ask an administrator for one.");
        }
        request.setAttribute(Caller.ATTRIBUTE, caller);
        // for servlets of other bundles, which see nothing of this one
        request.setAttribute(org.lottrace.api.operation.Caller.class.getName(), caller.ofApi());
        request.setAttribute(REMOTE_USER, caller.name());
        request.setAttribute(
                AUTHENTICATION_TYPE, token.isPresent() ? BearerToken.SCHEME : HttpServletRequest.BASIC_AUTH);
        return true;
    }

    /**
     * Sends the answer at once: as long as it is open, the web container replaces it by its own 403. Programs of REST get it in the
     * form of all their problems.
     */
    private static boolean refuse(
            HttpServletRequest request, HttpServletResponse response, int status, String code, String message)
            throws IOException {
        if (request.getRequestURI().startsWith("/lottrace/api")) {
            ProblemAnswer.send(response, status, code, message);
        } else {
            response.setStatus(status);
            response.flushBuffer();
        }
        return false;
    }
}
