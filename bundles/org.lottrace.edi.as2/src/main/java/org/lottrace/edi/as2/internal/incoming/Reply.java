package org.lottrace.edi.as2.internal.incoming;

import java.io.IOException;
import java.util.Map;
import org.lottrace.edi.as2.internal.mime.Entity;

/** An answer in memory: its files are gone before it is sent. */
record Reply(int status, Map<String, String> headers, byte[] body) {
    private static final int LARGEST_RECEIPT = 1024 * 1024;

    static Reply of(Answer answer) throws IOException {
        if (answer.receipt().isPresent()) {
            Entity receipt = answer.receipt().get();
            return new Reply(
                    answer.status(), receipt.headers().all(), receipt.body().bytes(LARGEST_RECEIPT, "the receipt"));
        }
        return new Reply(answer.status(), Map.of("Content-Type", "text/plain;charset=us-ascii"), answer.bytes());
    }
}
