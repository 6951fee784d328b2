package org.lottrace.health.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Gets every service that is needed and gives it back. While one is missing, LotTrace is temporarily unavailable, as
 * during start; after the grace period of the health check executor that becomes critical.
 *
 * <p>The executor keeps a result for two seconds, and a start would be told that late that all services are there.
 */
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        property = {
            HealthCheck.NAME + "=services",
            HealthCheck.TAGS + "=lottrace",
            HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=100"
        })
@Designate(ocd = HealthConfig.class)
public final class ServicesCheck implements HealthCheck {
    private final List<String> services;
    private final Predicate<String> isThere;

    @Activate
    public ServicesCheck(BundleContext context, HealthConfig config) {
        this(Names.of(config.required_services()), name -> isThere(context, name));
    }

    /** For tests. */
    ServicesCheck(List<String> services, Predicate<String> isThere) {
        this.services = services;
        this.isThere = isThere;
    }

    @Override
    public Result execute() {
        List<String> missing = services.stream()
                .filter(service -> !isThere.test(service))
                .map(ServicesCheck::shortName)
                .toList();
        return missing.isEmpty()
                ? new Result(Result.Status.OK, "all are there: " + services.size())
                : new Result(
                        Result.Status.TEMPORARILY_UNAVAILABLE,
                        "missing: " + String.join(", ", missing) + "; see bundle:diag");
    }

    /** {@code org.lottrace.api.event.Ledger} becomes {@code Ledger}; a filter stays. */
    private static String shortName(String service) {
        int nameEnd = (service + "(").indexOf('(');
        return service.substring(service.lastIndexOf('.', nameEnd - 1) + 1);
    }

    private static boolean isThere(BundleContext context, String service) {
        int filterAt = service.indexOf('(');
        String name = filterAt < 0 ? service : service.substring(0, filterAt);
        try {
            ServiceReference<?>[] references =
                    context.getAllServiceReferences(name, filterAt < 0 ? null : service.substring(filterAt));
            return references != null && Arrays.stream(references).anyMatch(reference -> canBeGot(context, reference));
        } catch (InvalidSyntaxException wrong) {
            throw new IllegalArgumentException("not an interface name with an LDAP filter: " + service, wrong);
        }
    }

    private static boolean canBeGot(BundleContext context, ServiceReference<?> reference) {
        if (context.getService(reference) == null) {
            return false;
        }
        context.ungetService(reference);
        return true;
    }
}
