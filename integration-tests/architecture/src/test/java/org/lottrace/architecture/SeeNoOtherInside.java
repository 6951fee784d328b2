package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A test sees of another bundle what that exports and what it gives for tests; its services come from the test company. */
final class SeeNoOtherInside extends ArchCondition<JavaClass> {
    SeeNoOtherInside() {
        super("see of another bundle only what it exports and what it gives for tests (testing, fixture)");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        user.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !isAllowed(user, dependency))
                .forEach(dependency ->
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
    }

    private static boolean isAllowed(JavaClass user, Dependency dependency) {
        String target = dependency.getTargetClass().getPackageName();
        return Rings.bundleOf(target)
                .map(other -> Rings.bundleOf(user.getPackageName()).orElse("").equals(other)
                        || Rings.exportsOf(other).contains(target)
                        || target.equals(other + ".testing")
                        || target.equals(other + ".fixture"))
                .orElse(true);
    }
}
