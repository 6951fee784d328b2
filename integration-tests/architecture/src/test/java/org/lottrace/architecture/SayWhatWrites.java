package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;
import org.lottrace.api.transaction.Writes;

/** Otherwise a new method of a store would be free for all: what gives nothing back, or is called like a change, is marked. */
final class SayWhatWrites extends ArchCondition<JavaClass> {
    private static final Pattern CHANGES = Pattern.compile(
            "(add|answer|append|change|delete|insert|lock|move|post|put|remove|replace|save|set|take|update)([A-Z].*)?");

    SayWhatWrites() {
        super("mark with @Writes what changes or locks");
    }

    @Override
    public void check(JavaClass store, ConditionEvents events) {
        if (!store.isInterface() || store.isAnnotation()) {
            return;
        }
        store.getMethods().stream()
                .filter(SayWhatWrites::changes)
                .filter(method -> !method.isAnnotatedWith(Writes.class))
                .forEach(method -> events.add(SimpleConditionEvent.violated(
                        method, method.getDescription() + " changes the store and is not marked with @Writes")));
    }

    private static boolean changes(JavaMethod method) {
        return method.getRawReturnType().getName().equals("void")
                || CHANGES.matcher(method.getName()).matches();
    }
}
