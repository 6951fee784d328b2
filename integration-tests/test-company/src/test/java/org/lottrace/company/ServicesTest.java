package org.lottrace.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lottrace.company.Component.Need;
import org.osgi.service.component.ComponentContext;

class ServicesTest {
    private static final Component OVEN = component(Oven.class, "oven", 0, "cool", Set.of(Oven.class, Runnable.class));
    private static final Component BAKER =
            component(Baker.class, "baker", 2, "", Set.of(Baker.class), need("oven", Oven.class, "1..1", 0, ""));
    private static final Component SHOP = component(
            Shop.class,
            "shop",
            3,
            "close",
            Set.of(Shop.class, Runnable.class),
            need("baker", Baker.class, "1..1", 0, ""),
            need("thief", Thief.class, "0..1", 1, ""),
            need("work", Runnable.class, "0..n", -1, ""),
            need("everything", Runnable.class, "0..n", -1, "everything"));
    private static final Component THIEF = component(
            Thief.class,
            "thief",
            1,
            "",
            Set.of(Thief.class, Runnable.class),
            need("key", Supplier.class, "1..1", 0, ""));
    private static final Component SELF =
            component(Self.class, "self", 1, "", Set.of(Self.class), need("self", Self.class, "1..1", 0, ""));

    private final List<String> ended = new ArrayList<>();

    @Test
    void a_configuration_has_its_defaults_where_nothing_else_is_said() {
        Baker said = (Baker) services(Map.of("baker", Map.of("loaves.a.day", 3)), OVEN, BAKER)
                .one(Baker.class.getName());
        Baker unsaid = (Baker) services(Map.of(), OVEN, BAKER).one(Baker.class.getName());

        assertEquals("Anna 3", said.name);
        assertEquals("Anna 100", unsaid.name);
    }

    @Test
    void optional_references_take_only_what_can_be_built() {
        Shop shop = (Shop) services(Map.of(), OVEN, BAKER, SHOP, THIEF).one(Shop.class.getName());

        assertTrue(shop.thief.isEmpty());
        assertEquals(List.of(Oven.class, Shop.class), classes(shop.everything));
        assertEquals(List.of(Oven.class, Shop.class), classes(List.of(shop.context.locateServices("work"))));
    }

    @Test
    void what_is_missing_is_named_with_all_who_need_it() {
        assertEquals(
                "there is no " + Oven.class.getName() + ", needed by " + Baker.class.getName() + ", needed by "
                        + Shop.class.getName()
                        + ": put its bundle on the test class path, or give the company one",
                message(services(Map.of(), BAKER, SHOP), Shop.class));
    }

    @Test
    void two_of_one_kind_are_refused() {
        assertEquals(
                "there are 2 " + Runnable.class.getName()
                        + ", needed by the test: put one of their bundles only on the test class path, or give the company one",
                message(services(Map.of(), OVEN, BAKER, SHOP), Runnable.class));
    }

    @Test
    void what_needs_itself_is_refused() {
        assertEquals(
                Self.class.getName() + " needs itself: it is needed by " + Self.class.getName(),
                message(services(Map.of(), SELF), Self.class));
    }

    @Test
    void the_last_that_was_built_ends_first() {
        Services services = services(Map.of(), OVEN, BAKER, SHOP);
        Shop shop = (Shop) services.one(Shop.class.getName());
        shop.ended = ended;
        ((Oven) shop.everything.get(0)).ended = ended;

        services.end();

        assertEquals(List.of("shop", "oven"), ended);
    }

    private static String message(Services services, Class<?> type) {
        return assertThrows(IllegalStateException.class, () -> services.one(type.getName()))
                .getMessage();
    }

    private static List<Object> classes(List<?> objects) {
        return objects.stream().<Object>map(Object::getClass).toList();
    }

    private static Services services(Map<String, Map<String, Object>> configuration, Component... components) {
        return new Services(List.of(components), Map.of(), configuration);
    }

    private static Component component(
            Class<?> type, String pid, int parameters, String end, Set<Class<?>> provides, Need... needs) {
        return new Component(
                type.getName(),
                pid,
                parameters,
                end,
                Set.copyOf(provides.stream().map(Class::getName).toList()),
                List.of(needs),
                List.of());
    }

    private static Need need(String name, Class<?> service, String cardinality, int parameter, String field) {
        return new Need(name, service.getName(), cardinality, parameter, field);
    }

    @interface BakerConfig {
        String name() default "Anna";

        int loaves_a_day() default 100;
    }

    public static final class Oven implements Runnable {
        private List<String> ended = List.of();

        @Override
        public void run() {}

        void cool() {
            ended.add("oven");
        }
    }

    public static final class Baker {
        private final String name;

        public Baker(Oven oven, BakerConfig config) {
            this.name = config.name() + " " + config.loaves_a_day();
        }
    }

    public static final class Shop implements Runnable {
        private final Optional<?> thief;
        private final ComponentContext context;
        private volatile List<Runnable> everything = List.of();
        private List<String> ended = List.of();

        public Shop(Baker baker, Optional<?> thief, ComponentContext context) {
            this.thief = thief;
            this.context = context;
        }

        @Override
        public void run() {}

        void close() {
            ended.add("shop");
        }
    }

    public record Thief(Supplier<?> key) implements Runnable {
        @Override
        public void run() {}
    }

    public record Self(Self self) {}
}
