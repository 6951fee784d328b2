package org.lottrace.company;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.company.Component.Need;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;

/** Builds components as the container does, each once, when it is first needed. Any thread may ask. */
final class Services {
    private final List<Component> components;
    private final Map<String, Object> given;
    private final Map<String, Map<String, Object>> configuration;
    private final Map<Component, Object> built = new LinkedHashMap<>();
    /** What is being built now, the last first. */
    private final Deque<Component> building = new ArrayDeque<>();

    /** @param given by the name of its type; it stands in the place of every component with that service */
    Services(List<Component> components, Map<String, Object> given, Map<String, Map<String, Object>> configuration) {
        this.components = components;
        this.given = Map.copyOf(given);
        this.configuration = Map.copyOf(configuration);
    }

    synchronized Object one(String service) {
        if (given.containsKey(service)) {
            return given.get(service);
        }
        List<Component> found = providing(service);
        if (found.size() != 1) {
            throw new IllegalStateException("there " + (found.isEmpty() ? "is no" : "are " + found.size()) + " "
                    + service + ", needed by " + chain() + ": put "
                    + (found.isEmpty() ? "its bundle" : "one of their bundles only")
                    + " on the test class path, or give the company one");
        }
        return built(found.get(0));
    }

    synchronized List<Object> all(String service) {
        if (given.containsKey(service)) {
            return List.of(given.get(service));
        }
        return providing(service).stream()
                .filter(component -> isSatisfied(component, new HashSet<>()))
                .map(this::built)
                .toList();
    }

    synchronized void end() {
        List<Map.Entry<Component, Object>> last = new ArrayList<>(built.entrySet());
        built.clear();
        for (int i = last.size() - 1; i >= 0; i--) {
            end(last.get(i).getKey(), last.get(i).getValue());
        }
    }

    private List<Component> providing(String service) {
        return components.stream()
                .filter(component -> component.provides().contains(service))
                .toList();
    }

    private boolean isSatisfied(Component component, Set<Component> asked) {
        return !asked.add(component)
                || !needsTheContainer(component)
                        && component.needs().stream()
                                .filter(Need::isMandatory)
                                .allMatch(need -> given.containsKey(need.service())
                                        || providing(need.service()).stream().anyMatch(c -> isSatisfied(c, asked)));
    }

    /** Such as what reads files out of its bundle: it is there only when the company is given a bundle context. */
    private boolean needsTheContainer(Component component) {
        return !given.containsKey(BundleContext.class.getName())
                && List.of(constructor(component).getParameterTypes()).contains(BundleContext.class);
    }

    private Object built(Component component) {
        if (built.containsKey(component)) {
            return built.get(component);
        }
        if (building.contains(component)) {
            throw new IllegalStateException(component.implementation() + " needs itself: it is needed by " + chain());
        }
        building.push(component);
        try {
            Object service = construct(component);
            built.put(component, service);
            for (Need need : component.needs()) {
                if (!need.field().isEmpty()) {
                    fill(service, need);
                }
            }
            return service;
        } finally {
            building.pop();
        }
    }

    private Object construct(Component component) {
        if (!component.unknown().isEmpty()) {
            throw new UnsupportedOperationException("the test company does not know " + component.unknown() + " of "
                    + component.implementation() + ", needed by " + chain() + ": teach it to Component and Services");
        }
        Constructor<?> constructor = constructor(component);
        try {
            Class<?>[] types = constructor.getParameterTypes();
            Object[] values = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                values[i] = parameter(component, i, types[i]);
            }
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.implementation() + " cannot be built", e);
        }
    }

    private static Constructor<?> constructor(Component component) {
        try {
            List<Constructor<?>> constructors =
                    List.of(Class.forName(component.implementation()).getConstructors()).stream()
                            .filter(constructor -> constructor.getParameterCount() == component.parameters())
                            .toList();
            if (constructors.size() != 1) {
                throw new IllegalStateException(
                        component.implementation() + " has " + constructors.size() + " public constructors with "
                                + component.parameters() + " parameters; the container needs one");
            }
            return constructors.get(0);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(component.implementation() + " is not on the class path", e);
        }
    }

    private Object parameter(Component component, int number, Class<?> type) {
        Optional<Need> need = component.needs().stream()
                .filter(reference -> reference.parameter() == number)
                .findFirst();
        if (need.isPresent()) {
            return value(need.get(), type);
        }
        if (type.isAnnotation()) {
            Map<String, Object> values = new HashMap<>();
            for (String pid : component.pid().split(" ")) {
                values.putAll(configuration.getOrDefault(pid, Map.of()));
            }
            return Configuration.of(type, values);
        }
        if (type == ComponentContext.class) {
            return new Context(component, this).proxy();
        }
        return one(type.getName());
    }

    private Object value(Need need, Class<?> type) {
        if (need.isMandatory() && !need.isMultiple()) {
            return one(need.service());
        }
        List<Object> all = all(need.service());
        if (need.isMultiple()) {
            return all;
        }
        return type == Optional.class
                ? all.stream().findFirst()
                : all.stream().findFirst().orElse(null);
    }

    private void fill(Object service, Need need) {
        try {
            Field field = service.getClass().getDeclaredField(need.field());
            field.setAccessible(true);
            field.set(service, value(need, field.getType()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("field " + need.field() + " of " + service + " cannot be filled", e);
        }
    }

    private static void end(Component component, Object service) {
        if (component.end().isEmpty()) {
            return;
        }
        try {
            Method end = service.getClass().getDeclaredMethod(component.end());
            end.setAccessible(true);
            end.invoke(service);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.implementation() + " cannot be ended", e);
        }
    }

    private String chain() {
        return building.isEmpty()
                ? "the test"
                : String.join(
                        ", needed by ",
                        building.stream().map(Component::implementation).toList());
    }
}
