package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.catalogue.Catalogue;

/**
 * A component of an adapter is given no service that has operations: it gets them from {@code Operations}, which asks for the
 * role of its caller. A command of the shell is given them by {@code LotTraceCommand}, which does the same.
 */
final class AskOperations extends ArchCondition<JavaClass> {
    private static final Set<String> SERVICES =
            Catalogue.services().stream().map(Class::getName).collect(Collectors.toSet());

    /** Who answers a recall without a login reads the notice whose secret link they have, and nothing else. */
    private static final Set<String> BY_SECRET_LINK = Set.of("org.lottrace.api.recall.report.RecallReports");

    AskOperations() {
        super("be given no service that has operations");
    }

    @Override
    public void check(JavaClass component, ConditionEvents events) {
        for (JavaConstructor constructor : component.getConstructors()) {
            constructor.getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .filter(SERVICES::contains)
                    .filter(service -> !component.getPackageName().startsWith("org.lottrace.response")
                            || !BY_SECRET_LINK.contains(service))
                    .forEach(service -> events.add(SimpleConditionEvent.violated(
                            constructor, constructor.getDescription() + " is given " + service)));
        }
    }
}
