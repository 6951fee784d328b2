package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;

/** A class sees its own bundle and what bundles of smaller rings export: the api, and the watched folder. */
final class MeetOnlyInTheApi extends ArchCondition<JavaClass> {
    MeetOnlyInTheApi() {
        super("see no bundle but their own and what smaller rings export");
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
        Optional<String> own = Rings.bundleOf(user.getPackageName());
        return Rings.bundleOf(target)
                .map(other -> own.equals(Optional.of(other))
                        || Rings.exportsOf(other).contains(target) && ring(own) > ring(Optional.of(other)))
                .orElse(true);
    }

    private static int ring(Optional<String> bundle) {
        return bundle.flatMap(Rings::of).orElse(-1);
    }
}
