package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What a constant is called in Java is never written and never read: it has a code for that, which stays. */
final class WriteCodesNotNames extends ArchCondition<JavaClass> {
    private static final Set<String> NAMES = Set.of("name", "valueOf");

    WriteCodesNotNames() {
        super("write and read the code of a constant, not its name");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        user.getCodeUnitCallsFromSelf().stream()
                .filter(call -> !call.getOriginOwner().equals(call.getTargetOwner()))
                .filter(call -> usesTheName(call.getTarget()))
                .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
    }

    private static boolean usesTheName(CodeUnitCallTarget target) {
        return NAMES.contains(target.getName()) && target.getOwner().isAssignableTo("org.lottrace.api.code.Coded");
    }
}
