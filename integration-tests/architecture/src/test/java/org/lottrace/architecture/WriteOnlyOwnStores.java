package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.lottrace.api.transaction.Writes;

/** What is marked {@link Writes} is called, or handed on as a method reference, by the owner of the store alone. */
final class WriteOnlyOwnStores extends ArchCondition<JavaClass> {
    WriteOnlyOwnStores() {
        super("write only the stores that their bundle owns");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        String bundle = Rings.bundleOf(user.getPackageName()).orElse("");
        Stream.<JavaAccess<? extends CodeUnitAccessTarget>>concat(
                        user.getCodeUnitCallsFromSelf().stream(), user.getCodeUnitReferencesFromSelf().stream())
                .filter(access -> writes(access.getTarget()))
                .filter(access -> !StoreOwners.mayWrite(
                        bundle, access.getTarget().getOwner().getName()))
                .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
    }

    private static boolean writes(CodeUnitAccessTarget target) {
        return target.resolveMember()
                .filter(member -> member.isAnnotatedWith(Writes.class))
                .isPresent();
    }
}
