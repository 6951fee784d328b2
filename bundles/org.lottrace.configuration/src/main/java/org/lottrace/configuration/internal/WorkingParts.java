package org.lottrace.configuration.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.dto.ServiceReferenceDTO;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/**
 * Whether the components of a part work with what it is set to. One that cannot be made with a value says why, and is missing from then
 * on, with all that needs it: so a value that a part does not take is found here, before anybody misses it.
 */
@Component(service = WorkingParts.class)
public final class WorkingParts {
    private static final int LOOKS = 60;
    private static final int MODIFIED = 10;
    private static final long BETWEEN_LOOKS = 50;
    private static final long NO_SERVICE = -1;
    private static final String CAUSE = "Caused by: ";

    /** What the runtime says of a component that needs one that failed. */
    private static final String FOR_ANOTHER = "Unable to get service";

    private final BundleContext context;
    private final ServiceComponentRuntime runtime;

    @Activate
    public WorkingParts(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this.context = context;
        this.runtime = runtime;
    }

    /**
     * @return the names of the components of a part that have not failed: they work, would when asked for, or wait for others; with the
     *     number of the service of each, which is another one once it is made anew
     */
    Map<String, Long> unfailed(String pid) {
        return components(pid)
                .filter(one -> !hasFailed(one) || isMade(one))
                .collect(Collectors.toMap(one -> one.description.name, WorkingParts::service, Math::max));
    }

    /**
     * Waits until the components work with the value, at most three seconds, and has those made that are made when they are asked for.
     *
     * @param value empty: the default, which is right
     * @param worked those that had not failed before: what another says has nothing to do with the value
     * @return what the first says that does so no longer; empty when all work, or wait for something else
     */
    Optional<String> refusal(String pid, String key, String value, Map<String, Long> worked) {
        Set<String> working = new HashSet<>();
        for (int look = 0; look < LOOKS && !value.isEmpty() && !working.containsAll(worked.keySet()); look++) {
            boolean isLongEnough = look > MODIFIED;
            List<ComponentConfigurationDTO> withIt = components(pid)
                    .filter(one -> worked.containsKey(one.description.name))
                    .filter(one -> hasValue(one, key, value))
                    .filter(one -> isLongEnough || isAnew(one, worked.get(one.description.name)))
                    .toList();
            withIt.stream()
                    .filter(one -> one.state == ComponentConfigurationDTO.ACTIVE || isMade(one))
                    .forEach(one -> working.add(one.description.name));
            Optional<String> failure = components(pid)
                    .filter(one -> hasFailed(one) && worked.containsKey(one.description.name))
                    .filter(one -> !working.contains(one.description.name) && hasValue(one, key, value))
                    .map(one -> sentence(one.failure))
                    .min(Comparator.comparing(said -> said.startsWith(FOR_ANOTHER)));
            if (failure.isPresent()) {
                return failure;
            }
            pause();
        }
        return Optional.empty();
    }

    private Stream<ComponentConfigurationDTO> components(String pid) {
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(one -> Arrays.asList(one.configurationPid).contains(pid))
                .flatMap(one -> runtime.getComponentConfigurationDTOs(one).stream());
    }

    /** It has its value before it is made anew. One without a service, or that is only told of the value, does not show when. */
    private static boolean isAnew(ComponentConfigurationDTO one, long serviceBefore) {
        return one.description.modified == null && one.service != null && service(one) != serviceBefore;
    }

    private static long service(ComponentConfigurationDTO one) {
        return one.service == null ? NO_SERVICE : one.service.id;
    }

    private static boolean hasValue(ComponentConfigurationDTO one, String key, String value) {
        return value.equals(String.valueOf(one.properties.get(key)));
    }

    /** What the runtime says of a failure stays until the component is made again, and may be long mended. */
    private static boolean hasFailed(ComponentConfigurationDTO one) {
        return one.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
    }

    /** One that nobody has asked for yet was not made with the value: so it is asked for. */
    private boolean isMade(ComponentConfigurationDTO one) {
        ServiceReferenceDTO service = one.service;
        if (service == null || one.state != ComponentConfigurationDTO.SATISFIED && !hasFailed(one)) {
            return false;
        }
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, "(service.id=" + service.id + ")");
            return found != null && context.getService(found[0]) != null && context.ungetService(found[0]);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param trace of the stack, as the runtime keeps it */
    static String sentence(String trace) {
        List<String> lines = trace == null ? List.of() : trace.lines().toList();
        String first =
                lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("the log says why");
        String last = lines.stream()
                .filter(line -> line.startsWith(CAUSE))
                .reduce((before, after) -> after)
                .map(line -> line.substring(CAUSE.length()))
                .orElse(first);
        return last.replaceFirst("^[A-Za-z0-9_.$]+(Exception|Error): ", "");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
