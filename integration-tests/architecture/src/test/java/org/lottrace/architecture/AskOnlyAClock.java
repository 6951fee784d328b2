package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The time of day comes from a {@link java.time.Clock} that was handed in, so that a test can set it. */
final class AskOnlyAClock extends ArchCondition<JavaClass> {
    AskOnlyAClock() {
        super("ask a Clock for the time");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        user.getCodeUnitCallsFromSelf().stream()
                .filter(call -> asksTheSystem(call.getTarget()))
                .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
    }

    private static boolean asksTheSystem(CodeUnitCallTarget target) {
        String type = target.getOwner().getName();
        boolean nowWithoutClock = type.startsWith("java.time.")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.getName().equals("java.time.Clock"));
        boolean milliseconds =
                type.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
        return nowWithoutClock || milliseconds;
    }
}
