package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.junit.jupiter.api.Test;
import org.lottrace.api.operation.Role;

/** Karaf lets all roles of LotTrace run all commands of LotTrace; what a command does is asked for as an operation. */
class AccessListTest {
    private static final Path FEATURES = Path.of("../../features/repository");

    @Test
    void every_role_that_a_login_can_have_is_let_in() throws IOException {
        String pom = Files.readString(FEATURES.resolve("pom.xml"));
        Matcher roles = Pattern.compile("<lottrace.roles>([^<]*)<").matcher(pom);

        assertEquals(true, roles.find());
        assertEquals(
                Arrays.stream(Role.values())
                        .filter(Role::isOfLogin)
                        .map(Role::code)
                        .collect(Collectors.joining(",")),
                roles.group(1));
    }

    @Test
    void every_scope_has_its_list() throws IOException {
        Set<String> scopes = Shell.commands().stream()
                .map(command -> command.getAnnotation(Command.class).scope())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                scopes,
                Pattern.compile("org\\.apache\\.karaf\\.command\\.acl\\.(\\w+)\">[^<]*\\* = \\$\\{lottrace\\.roles}")
                        .matcher(Files.readString(FEATURES.resolve("src/main/feature/feature.xml")))
                        .results()
                        .map(list -> list.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
