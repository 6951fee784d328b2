package org.lottrace.console.web.internal.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.master.Masters;
import org.lottrace.api.operation.Role;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.company.TestCompany;
import org.lottrace.console.web.internal.ConsoleUnderTest;
import org.lottrace.persistence.testing.TestDatabase;

/** Two nodes of one database: of two who save the same form at one moment, the second is told, and nothing is lost unseen. */
class SavedOnTwoNodesIT {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"");

    /** So long the first one waits between its look and its saving for the other, who has to wait, too, or is through long before. */
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final AtomicReference<CountDownLatch> looked = new AtomicReference<>();

    static Stream<Supplier<TestDatabase>> databases() {
        return Stream.of(TestDatabase::h2, TestDatabase::postgresql);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_another_node_saves_between_look_and_saving_is_not_overwritten(Supplier<TestDatabase> database)
            throws Exception {
        TestDatabase first = database.get();
        try (TestCompany one = company(first.withBakery());
                TestCompany other = company(first.ofAnotherNode());
                ConsoleUnderTest mine = console(one, looking(one));
                ConsoleUnderTest theirs = console(other, other.service(ItemCatalog.class))) {
            String seen = seen(mine);
            String seenThere = seen(theirs);
            String token = mine.token("/item?number=SALT"); // a look, too
            String tokenThere = theirs.token("/item?number=SALT");

            CountDownLatch latch = new CountDownLatch(1);
            looked.set(latch);
            CompletableFuture<HttpResponse<String>> saving =
                    CompletableFuture.supplyAsync(() -> save(mine, token, "sea salt", seen));
            assertTrue(latch.await(20, TimeUnit.SECONDS), "the first node has not looked");
            HttpResponse<String> second = save(theirs, tokenThere, "rock salt", seenThere);

            assertEquals(303, saving.get().statusCode(), saving.get().body());
            assertEquals(422, second.statusCode(), second.body());
            assertTrue(second.body().contains("Stored now: sea salt. Entered here: rock salt."), second.body());
            assertTrue(theirs.get("/item?number=SALT").body().contains("value=\"sea salt\""));
        }
    }

    private static TestCompany company(TestDatabase database) {
        return TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    }

    private static ConsoleUnderTest console(TestCompany company, ItemCatalog items) {
        return ConsoleUnderTest.with(
                        company.service(RecordLocks.class),
                        List.of(new ItemForm()),
                        items,
                        company.service(SiteDirectory.class),
                        company.service(Masters.class))
                .loggedInAs(Role.MASTER_DATA);
    }

    /** The first node looks, then waits before it saves; only then the second one begins. */
    private ItemCatalog looking(TestCompany company) {
        ItemCatalog items = company.service(ItemCatalog.class);
        return (ItemCatalog) Proxy.newProxyInstance(
                ItemCatalog.class.getClassLoader(), new Class<?>[] {ItemCatalog.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(items, arguments);
                        CountDownLatch latch = method.getName().equals("find") ? looked.getAndSet(null) : null;
                        if (latch != null) {
                            latch.countDown();
                            LockSupport.parkNanos(PAUSE.toNanos());
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static String seen(ConsoleUnderTest console) {
        HttpResponse<String> form = console.get("/item?number=SALT");
        Matcher found = SEEN.matcher(form.body());
        assertTrue(found.find(), form.body());
        return found.group(1);
    }

    private static HttpResponse<String> save(ConsoleUnderTest console, String token, String description, String seen) {
        return console.post(
                "/item",
                "token",
                token,
                "seen",
                seen,
                "key",
                "SALT",
                "number",
                "SALT",
                "description",
                description,
                "type",
                "RAW_MATERIAL",
                "baseUnit",
                "KGM");
    }
}
