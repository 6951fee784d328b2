package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.osgi.framework.BundleContext;

/** What holds for every command. */
class CommandLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"lot:list --json FLOUR", "lot:list FLOUR --json", "lot:list FLOUR --json | grep key"})
    void options_may_stand_before_and_behind_the_arguments(String line) throws Exception {
        try (Shell shell = Shell.with(Answers.lots(aLot("L1").build()))) {
            assertTrue(shell.run(line).contains("\"MILL/FLOUR/L1\""), shell.output());
        }
    }

    @Test
    void a_missing_service_is_named_and_the_command_is_there_all_the_same() {
        try (Shell shell = Shell.with()) {
            Exception failure = assertThrows(CommandException.class, () -> shell.run("cost:inventory"));

            assertTrue(
                    failure.getMessage().startsWith("there is no LotCosting service: install"), failure.getMessage());
        }
    }

    @Test
    void so_is_the_service_that_asks_for_the_role() {
        try (Shell shell = Shell.withoutAnything()) {
            Exception failure = assertThrows(CommandException.class, () -> shell.run("lottrace:health"));

            assertTrue(
                    failure.getMessage().startsWith("there is no Operations service: install"), failure.getMessage());
        }
    }

    @Test
    void a_wrong_argument_is_explained() {
        try (Shell shell = Shell.with(Answers.lots())) {
            Exception failure = assertThrows(CommandException.class, () -> shell.run("lot:list FL*OUR"));

            assertEquals(
                    "not a valid item number (1 to 30 letters, digits or . _ -, the first a letter or a digit), such as FLOUR-550: \"FL*OUR\"",
                    failure.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lot:list FL*OUR --json", "lot:show L9 --json", "cost:inventory --json"})
    void a_failure_is_one_json_document_too(String line) throws Exception {
        try (Shell shell = Shell.with(Answers.lots())) {
            CommandException failure = assertThrows(CommandException.class, () -> shell.run(line));

            JsonNode json = new ObjectMapper().readTree(shell.output());
            assertEquals(failure.getMessage(), json.at("/error").asText());
            assertEquals("", failure.getNiceHelp(), "the shell prints this behind the JSON");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_explains_the_command_and_all_its_arguments_and_options(Class<? extends Action> command) {
        Command words = command.getAnnotation(Command.class);
        assertTrue(words.description().length() > 20, words.name() + ": " + words.description());
        for (Field field : fields(command)) {
            Optional.ofNullable(field.getAnnotation(Argument.class))
                    .ifPresent(argument -> assertTrue(argument.description().length() > 5, argument.name()));
            Optional.ofNullable(field.getAnnotation(Option.class))
                    .ifPresent(option -> assertTrue(option.description().length() > 5, option.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_takes_its_options_anywhere(Class<? extends Action> command) {
        assertEquals(OptionsAnywhere.class, command.getAnnotation(Parsing.class).value());
        Set<String> flags = new TreeSet<>();
        for (Field field : fields(command)) {
            if (field.isAnnotationPresent(Option.class) && field.getType() == boolean.class) {
                flags.add(field.getAnnotation(Option.class).name());
            }
        }
        flags.removeAll(OptionsAnywhere.FLAGS);
        assertEquals(Set.of(), flags, "add them to OptionsAnywhere.FLAGS");
    }

    /** The journal of a receiver is that of its own books; what waits, and exchange rates, are those of all. */
    private static final Set<String> OF_NO_COMPANY = Set.of("receivers", "resend", "progress", "waiting", "rates");

    @ParameterizedTest
    @MethodSource("commands")
    void what_is_read_from_books_can_be_asked_of_a_company_and_says_how_far_they_are(Class<? extends Action> command) {
        boolean isOfBooks = fields(command).stream()
                .anyMatch(field -> field.isAnnotationPresent(Uses.class) && CurrentBooks.concerns(field.getType()));
        String name = command.getAnnotation(Command.class).name();

        assertTrue(!isOfBooks || OF_NO_COMPANY.contains(name) || BooksCommand.class.isAssignableFrom(command), name);
    }

    @Test
    void the_manual_lists_every_command_with_its_line() throws Exception {
        Set<String> rows = new TreeSet<>();
        for (Class<? extends Action> command : commands()) {
            Command words = command.getAnnotation(Command.class);
            rows.add("| `" + words.scope() + ":" + words.name() + "` | " + words.description() + " |");
        }

        Set<String> listed = new TreeSet<>(Files.readAllLines(Path.of("../../features/distribution/README.md")));
        listed.removeIf(line -> !line.matches("\\| `[a-z]+:[a-z-]+` \\| .* \\|"));
        assertEquals(String.join("\n", rows), String.join("\n", listed));
    }

    /** Karaf takes all commands of the bundle away whenever a service comes or goes to which one of them refers. */
    @ParameterizedTest
    @MethodSource("commands")
    void commands_stay_whatever_service_comes_or_goes(Class<? extends Action> command) {
        for (Field field : fields(command)) {
            if (field.isAnnotationPresent(Reference.class)) {
                assertTrue(Set.of(Session.class, BundleContext.class).contains(field.getType()), field.toString());
            }
        }
    }

    static List<Class<? extends Action>> commands() {
        return Shell.commands();
    }

    private static List<Field> fields(Class<?> command) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = command; type != Object.class; type = type.getSuperclass()) {
            fields.addAll(List.of(type.getDeclaredFields()));
        }
        return fields;
    }
}
