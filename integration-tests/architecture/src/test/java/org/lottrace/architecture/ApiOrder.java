package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** id ‹ quantity ‹ lot ‹ event ‹ the rest ‹ the stores. A violation, an outcome of them and who may ask are as basic as an id. */
final class ApiOrder extends ArchCondition<JavaClass> {
    private static final String API = "org.lottrace.api.";
    private static final List<List<String>> BELOW_THE_REST = List.of(
            List.of("code", "id", "operation", "outcome", "violation"),
            List.of("quantity"),
            List.of("lot"),
            List.of("event"));
    private static final int REST = BELOW_THE_REST.size();
    private static final String STORE = ".store";

    ApiOrder() {
        super("use only what is below: id < quantity < lot < event < the rest < the stores");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        user.getDirectDependenciesFromSelf().stream()
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(API))
                .filter(dependency -> level(dependency.getTargetClass()) > level(user))
                .forEach(dependency ->
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
    }

    private static int level(JavaClass api) {
        String subject = api.getPackageName().substring(API.length());
        for (int level = 0; level < REST; level++) {
            if (BELOW_THE_REST.get(level).contains(subject)) {
                return level;
            }
        }
        return subject.endsWith(STORE) ? REST + 1 : REST;
    }
}
