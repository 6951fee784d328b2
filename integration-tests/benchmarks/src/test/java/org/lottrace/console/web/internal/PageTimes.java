package org.lottrace.console.web.internal;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.company.TestCompany;

/** How long pages of the console take over HTTP on this machine, until the last byte, and how many statements each sends. */
public final class PageTimes implements AutoCloseable {
    private final ConsoleUnderTest console;

    public PageTimes(TestCompany company) {
        console = ConsoleUnderTest.with(Pages.ALL, services(company)).loggedInWithAllRoles();
    }

    /** Those that can be built of the bundles on the class path. */
    private static Object[] services(TestCompany company) {
        List<Object> services = new ArrayList<>();
        for (Class<?> type : Catalogue.services()) {
            try {
                services.add(company.service(type));
            } catch (IllegalStateException missing) {
                // what belongs to the container, such as health: none of these pages asks for it
            }
        }
        return services.toArray();
    }

    /**
     * @param pages an address below /console for each call, by what the page is called
     * @param calls of each page, after half as many that are not counted
     * @param longest as many fewer calls as it takes not to go on much longer with one page, but three at least
     */
    public void print(Map<String, Supplier<String>> pages, int calls, Duration longest) {
        System.out.printf(
                "%-28s %6s %10s %10s %10s %11s %9s%n",
                "page", "calls", "median, ms", "p99, ms", "most, ms", "statements", "bytes");
        pages.forEach((name, addresses) -> print(name, addresses, calls, longest));
    }

    private void print(String name, Supplier<String> addresses, int most, Duration longest) {
        long warmedUp = System.nanoTime() + longest.toNanos() / 3;
        for (int warmUp = 0; warmUp < most / 2 && (warmUp < 1 || System.nanoTime() < warmedUp); warmUp++) {
            open(addresses.get());
        }
        long end = System.nanoTime() + longest.toNanos() * 2 / 3;
        List<Double> times = new ArrayList<>();
        long statements = 0;
        long bytes = 0;
        while (times.size() < most && (times.size() < 3 || System.nanoTime() < end)) {
            String address = addresses.get();
            long begin = System.nanoTime();
            HttpResponse<String> page = open(address);
            times.add((System.nanoTime() - begin) / 1e6);
            statements = Math.max(statements, console.statements());
            bytes = Math.max(bytes, page.body().length());
        }
        times.sort(null);
        int calls = times.size();
        System.out.printf(
                "%-28s %6d %10.1f %10.1f %10.1f %11d %9d%n",
                name,
                calls,
                times.get(calls / 2),
                times.get(Math.min(calls - 1, calls * 99 / 100)),
                times.get(calls - 1),
                statements,
                bytes);
    }

    private HttpResponse<String> open(String address) {
        HttpResponse<String> page = console.get(address);
        if (page.statusCode() != 200) {
            throw new IllegalStateException(address + " " + page.statusCode() + " " + page.body());
        }
        return page;
    }

    @Override
    public void close() {
        console.close();
    }
}
