package org.lottrace.services.race;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of locks in the README names each lock that the code takes, and no other. */
class LocksTest {
    private static final Pattern LOCK = Pattern.compile("(?m)^\\| `(\\w+\\.\\w+ in \\w+\\.\\w+)` \\|");
    private static final Pattern RACE = Pattern.compile("`(\\w+RaceTest)\\.(\\w+)`");
    private static final List<String> NOT_THE_SERVICES = List.of(
            "org.lottrace.api.", "org.lottrace.persistence.", "org.lottrace.company.", "org.lottrace.services.");

    private final String readme = Files.readString(Path.of("README.md"));

    LocksTest() throws IOException {}

    @Test
    void each_lock_of_the_code_is_in_the_table() {
        assertEquals(String.join("\n", locksOfTheCode()), String.join("\n", locksOfTheTable()));
    }

    @Test
    void each_race_of_the_table_is_there() throws ReflectiveOperationException {
        for (MatchResult race : RACE.matcher(readme).results().toList()) {
            Class<?> test = Class.forName(LocksTest.class.getPackageName() + "." + race.group(1));
            test.getDeclaredMethod(race.group(2));
        }
    }

    private SortedSet<String> locksOfTheTable() {
        return LOCK.matcher(readme).results().map(row -> row.group(1)).collect(toCollection(TreeSet::new));
    }

    private static SortedSet<String> locksOfTheCode() {
        return new ClassFileImporter()
                .importPackages("org.lottrace").stream()
                        .filter(type -> NOT_THE_SERVICES.stream().noneMatch(type.getName()::startsWith))
                        .flatMap(LocksTest::locksOf)
                        .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> locksOf(JavaClass type) {
        return Stream.concat(
                        type.getMethodCallsFromSelf().stream()
                                .flatMap(call -> lock(call.getOrigin(), call.getTarget())),
                        type.getMethodReferencesFromSelf().stream()
                                .flatMap(call -> lock(call.getOrigin(), call.getTarget())))
                .filter(site -> !Watched.PASS_ON.contains(site.caller()))
                .map(Site::toString);
    }

    private static Stream<Site> lock(JavaCodeUnit origin, CodeUnitAccessTarget target) {
        String caller = Watched.name(origin.getOwner().getName(), origin.getName());
        return Arrays.stream(Lock.values())
                .filter(lock -> lock.isTakenBy(target.getOwner().getName(), target.getName()))
                .map(lock -> lock.in(caller));
    }
}
