package org.lottrace.console.commands.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AccessController;
import java.security.Principal;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.lottrace.api.operation.Role;
import org.lottrace.operation.testing.TestOperations;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Karaf's own shell without a container: finds the commands of this bundle as Karaf does, gives them the services of
 * the test, and runs lines as they are typed.
 */
public final class Shell implements AutoCloseable {
    private final ThreadIOImpl threadIo = new ThreadIOImpl();
    private final SessionFactoryImpl factory = new SessionFactoryImpl(threadIo);
    private String output = "";
    private String said = "";

    private Shell() {}

    /** @return a shell whose commands find exactly these services */
    public static Shell with(Object... services) {
        return of(Stream.concat(Stream.of(services), Stream.of(TestOperations.over(services)))
                .toList());
    }

    /**
     * @param booksOf whose books a login may use, as the configuration has it
     * @return the same as {@link #with}
     */
    static Shell withBooks(String booksOf, Object... services) {
        return of(Stream.concat(Stream.of(services), Stream.of(TestOperations.over(new String[] {booksOf}, services)))
                .toList());
    }

    /** @return a shell in which not even the operations are there */
    static Shell withoutAnything() {
        return of(List.of());
    }

    private static Shell of(List<Object> services) {
        Shell shell = new Shell();
        shell.threadIo.start();
        shell.factory.register(framework(services));
        ManagerImpl manager = new ManagerImpl(shell.factory, shell.factory);
        allClasses().filter(c -> c.isAnnotationPresent(Service.class)).forEach(manager::register);
        return shell;
    }

    /** @return an OSGi framework with these services */
    public static BundleContext framework(List<Object> services) {
        Map<Object, Object> registered = new LinkedHashMap<>();
        services.forEach(service -> registered.put(answering(ServiceReference.class, Map.of()), service));
        return answering(
                BundleContext.class,
                Map.of(
                        "getServiceReference",
                        asked -> registered.entrySet().stream()
                                .filter(one -> ((Class<?>) asked.get(0)).isInstance(one.getValue()))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(null),
                        "getService",
                        reference -> registered.get(reference.get(0))));
    }

    /** @return a service that answers one method and fails on any other */
    public static <T> T answering(Class<T> service, String method, Function<List<Object>, Object> answer) {
        return answering(service, Map.of(method, answer));
    }

    /** @return a service that answers these methods and fails on any other */
    public static <T> T answering(Class<T> service, Map<String, Function<List<Object>, Object>> answers) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, arguments) -> {
                    List<Object> given = arguments == null ? List.of() : List.of(arguments);
                    return switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == given.get(0);
                        case "toString" -> service.getSimpleName();
                        default -> {
                            if (!answers.containsKey(method.getName())) {
                                throw new UnsupportedOperationException(
                                        service.getSimpleName() + "." + method.getName());
                            }
                            yield answers.get(method.getName()).apply(given);
                        }
                    };
                }));
    }

    /** Karin, with the roles of whoever runs the test, or with all roles when nobody does. */
    @SuppressWarnings("removal") // as Karaf 4.4 does it
    private static Subject login() {
        return Optional.ofNullable(Subject.getSubject(AccessController.getContext()))
                .map(outer -> karin(outer.getPrincipals()))
                .orElseGet(() -> karin(rolePrincipals(List.of(Role.values()))));
    }

    /** Does it as karin with these roles. */
    public static <T> T loggedIn(List<Role> roles, PrivilegedExceptionAction<T> work) throws Exception {
        try {
            return Subject.doAs(karin(rolePrincipals(roles)), work);
        } catch (PrivilegedActionException failed) {
            throw failed.getException();
        }
    }

    private static Subject karin(Collection<? extends Principal> principals) {
        Subject login = new Subject();
        login.getPrincipals().addAll(principals);
        login.getPrincipals().add(new UserPrincipal("karin"));
        return login;
    }

    private static List<RolePrincipal> rolePrincipals(List<Role> roles) {
        return roles.stream()
                .filter(Role::isOfLogin)
                .map(role -> new RolePrincipal(role.code()))
                .toList();
    }

    private record RolePrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    private record UserPrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    /** Runs a line as the user karin, whatever the session's variable USER says; {@link #output} is what it printed, also when it fails. */
    public String run(String line) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ByteArrayOutputStream aside = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(aside, true, StandardCharsets.UTF_8);
        Session session = factory.create(new ByteArrayInputStream(new byte[0]), out, errors);
        session.put("USER", "somebody");
        try {
            Subject.doAs(login(), (PrivilegedExceptionAction<Object>) () -> session.execute(line));
        } catch (PrivilegedActionException failed) {
            throw failed.getException();
        } finally {
            out.flush();
            errors.flush();
            said = aside.toString(StandardCharsets.UTF_8);
            output = bytes.toString(StandardCharsets.UTF_8) + said;
            session.close();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** @return what makes the sessions of this shell */
    public SessionFactory sessions() {
        return factory;
    }

    /** @return a login as karin with all roles */
    public static Subject somebody() {
        return karin(rolePrincipals(List.of(Role.values())));
    }

    /** Runs a line with {@code --json} and reads what it printed. */
    public JsonNode json(String line) throws Exception {
        return new ObjectMapper().readTree(run(line + " --json"));
    }

    /** @return what the last line said beside its answer */
    public String said() {
        return said;
    }

    /** @return what the last line printed */
    public String output() {
        return output;
    }

    /** @return every command of the bundle */
    static List<Class<? extends Action>> commands() {
        return allClasses()
                .filter(c -> c.isAnnotationPresent(Service.class) && Action.class.isAssignableFrom(c))
                .<Class<? extends Action>>map(c -> c.asSubclass(Action.class))
                .toList();
    }

    @Override
    public void close() {
        threadIo.stop();
    }

    private static Stream<Class<?>> allClasses() {
        try {
            Path classes = Path.of(LotTraceCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                return files
                        .map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith(".class"))
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace('/', '.'))
                        .sorted()
                        .toList()
                        .stream()
                        .map(Shell::load);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
