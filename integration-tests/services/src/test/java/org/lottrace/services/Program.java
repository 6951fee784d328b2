package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of others that checks what we write.
 *
 * @param command by which it is called
 * @param debianPackage that has it
 */
record Program(String command, String debianPackage) {
    static final Program HLEDGER = new Program("hledger", "hledger");
    static final Program BEAN_CHECK = new Program("bean-check", "beancount");
    static final Program BEAN_QUERY = new Program("bean-query", "beancount");

    /** @return what it says, with its status: 0 when it is content */
    Said run(String... arguments) {
        List<String> call = new ArrayList<>(List.of(command));
        call.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(call).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            return abort(command + " is not there: install Debian's package " + debianPackage);
        }
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    /** @return what it says when it is content */
    String content(String... arguments) {
        Said said = run(arguments);
        assertEquals(0, said.status(), said::text);
        return said.text();
    }

    record Said(int status, String text) {}
}
