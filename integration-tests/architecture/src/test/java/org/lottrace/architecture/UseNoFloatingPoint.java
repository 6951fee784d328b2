package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Quantities, money and dates are exact. Statistics, temperatures and places on paper may round, in a package of their own. */
final class UseNoFloatingPoint extends ArchCondition<JavaClass> {
    private static final Set<String> TYPES = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final List<String> MAY_ROUND = List.of(".statistics", ".temperature", ".paper");

    UseNoFloatingPoint() {
        super("have no double or float");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        if (MAY_ROUND.stream().anyMatch(name -> (user.getPackageName() + ".").contains(name + "."))) {
            return;
        }
        user.getFields().stream()
                .filter(field -> isFloating(field.getRawType()))
                .map(JavaField::getDescription)
                .forEach(found -> report(user, found, events));
        user.getCodeUnits().stream()
                .filter(unit -> Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                        .anyMatch(UseNoFloatingPoint::isFloating))
                .map(JavaCodeUnit::getDescription)
                .forEach(found -> report(user, found, events));
        user.getCodeUnitCallsFromSelf().stream()
                .filter(call -> Stream.concat(
                                call.getTarget().getRawParameterTypes().stream(),
                                Stream.of(call.getTarget().getRawReturnType()))
                        .anyMatch(UseNoFloatingPoint::isFloating))
                .forEach(call -> report(user, call.getDescription(), events));
    }

    /** An array of a type that is not on the class path knows nothing of its elements, which are then no numbers either. */
    private static boolean isFloating(JavaClass type) {
        Optional<JavaClass> element = Optional.of(type);
        while (element.isPresent() && element.get().isArray()) {
            element = element.get().tryGetComponentType();
        }
        return element.filter(of -> TYPES.contains(of.getName())).isPresent();
    }

    private static void report(JavaClass user, String found, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(user, found + " is or calls floating point"));
    }
}
