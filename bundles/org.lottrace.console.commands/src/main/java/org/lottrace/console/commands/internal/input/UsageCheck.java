package org.lottrace.console.commands.internal.input;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;

/**
 * Whether a command got what it needs. Karaf itself asks, too, but names one thing at a time, and options in no order; here all that is
 * missing or unknown is named at once.
 */
final class UsageCheck {
    /** What the shell still puts something else in place of: how many words that will be nobody knows yet. */
    private static final Pattern OPEN = Pattern.compile("[^'\"]*[$({\\[<>&~*].*", Pattern.DOTALL);

    private final String command;
    private final Map<String, Field> options = new LinkedHashMap<>();
    private final List<Argument> arguments = new ArrayList<>();

    private UsageCheck(String command, Class<?> action) {
        this.command = command;
        for (Class<?> type = action; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Optional.ofNullable(field.getAnnotation(Option.class)).ifPresent(option -> add(option, field));
                Optional.ofNullable(field.getAnnotation(Argument.class)).ifPresent(arguments::add);
            }
        }
        arguments.sort(Comparator.comparingInt(Argument::index));
    }

    private void add(Option option, Field field) {
        options.put(option.name(), field);
        for (String alias : option.aliases()) {
            options.put(alias, field);
        }
    }

    /** @return for one of our commands; empty where Karaf does not say which class it is */
    static Optional<UsageCheck> of(Session session, String name) {
        String full = session.resolveCommand(name);
        return session.getRegistry().getCommands().stream()
                .filter(one -> full.equals(one.getScope() + ":" + one.getName()))
                .findFirst()
                .flatMap(UsageCheck::action)
                .map(action -> new UsageCheck(full, action));
    }

    /** Karaf's wrapper of an action has it, but stands in a package that nobody sees. */
    private static Optional<Class<?>> action(Command command) {
        try {
            return Optional.of(
                    (Class<?>) command.getClass().getMethod("getActionClass").invoke(command));
        } catch (ReflectiveOperationException another) {
            return Optional.empty();
        }
    }

    /**
     * @param given options, each followed by its value
     * @param words the other words
     * @throws CommandException with all that is wrong
     */
    void check(List<String> given, List<String> words) {
        if (given.contains("--help")
                || given.stream().anyMatch(UsageCheck::isOpen)
                || words.stream().anyMatch(UsageCheck::isOpen)) {
            return;
        }
        List<String> problems = new ArrayList<>();
        Set<Field> known = new HashSet<>();
        boolean isClear = options(given, known, problems);
        options.values().stream()
                .distinct()
                .filter(field -> !known.contains(field))
                .forEach(field -> {
                    Option option = field.getAnnotation(Option.class);
                    if (option.required()) {
                        problems.add("option " + option.name() + " is missing (" + option.description() + ")");
                    }
                });
        if (isClear) {
            arguments(words, problems);
        }
        if (!problems.isEmpty()) {
            throw UsageCheck.<RuntimeException>unchecked(new CommandException(
                    command + ": " + String.join("; ", problems) + ". " + command + " --help explains them"));
        }
    }

    /** @return whether it is clear which words belong to options */
    private boolean options(List<String> given, Set<Field> known, List<String> problems) {
        boolean isClear = true;
        for (int i = 0; i < given.size(); i++) {
            String name = given.get(i).split("=", 2)[0];
            Field field = options.get(name);
            boolean hasValue = given.get(i).contains("=");
            boolean isFlag = OptionsAnywhere.FLAGS.contains(name);
            if (field == null) {
                problems.add("there is no option " + name);
                isClear = isClear && (isFlag || hasValue);
            } else {
                known.add(field);
                if (!isFlag && !hasValue && i + 1 == given.size()) {
                    problems.add("option " + name + " needs a value");
                }
            }
            i += isFlag || hasValue ? 0 : 1;
        }
        return isClear;
    }

    private void arguments(List<String> words, List<String> problems) {
        arguments.stream()
                .filter(argument -> argument.required() && argument.index() >= words.size())
                .forEach(argument ->
                        problems.add("argument " + argument.name() + " is missing (" + argument.description() + ")"));
        boolean takesMore = arguments.stream().anyMatch(Argument::multiValued);
        if (!takesMore && words.size() > arguments.size()) {
            problems.add("nothing is asked for by " + String.join(" ", words.subList(arguments.size(), words.size())));
        }
    }

    private static boolean isOpen(String word) {
        return OPEN.matcher(word).matches();
    }

    /** Karaf's parser declares no exception, and its shell takes any other one for a defect. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
