package org.lottrace.console.commands.internal.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;

class RefusedLinesTest {
    @Test
    void what_karaf_refuses_is_told_as_a_refusal() {
        CommandException told =
                assertThrows(CommandException.class, () -> session(new SecurityException("Insufficient credentials."))
                        .execute("bundle:list"));

        assertTrue(told.getMessage().startsWith("Insufficient credentials. Your roles"), told.getMessage());
    }

    @Test
    void what_fails_otherwise_fails_as_it_was() {
        IllegalStateException failure = new IllegalStateException("broken");

        assertEquals(failure, assertThrows(IllegalStateException.class, () -> session(failure)
                .execute("bundle:list")));
    }

    private static Session session(RuntimeException failing) {
        return RefusedLines.in((Session) Proxy.newProxyInstance(
                RefusedLinesTest.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("execute")) {
                        throw failing;
                    }
                    return "rita";
                }));
    }
}
