package org.lottrace.web.gate.internal.soap;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KeptPerThreadTest {
    private final JAXBContext kept = new KeptPerThread(new JAXBContext() {
        @Override
        public Marshaller createMarshaller() {
            return another(Marshaller.class);
        }

        @Override
        public Unmarshaller createUnmarshaller() {
            return another(Unmarshaller.class);
        }
    });

    @Test
    void a_thread_gets_its_own_again_and_another_thread_another_one() throws Exception {
        assertSame(kept.createMarshaller(), kept.createMarshaller());
        assertSame(kept.createUnmarshaller(), kept.createUnmarshaller());

        Object[] ofAnother = CompletableFuture.supplyAsync(this::both, task -> new Thread(task).start())
                .get();

        assertNotSame(kept.createMarshaller(), ofAnother[0]);
        assertNotSame(kept.createUnmarshaller(), ofAnother[1]);
    }

    private Object[] both() {
        try {
            return new Object[] {kept.createMarshaller(), kept.createUnmarshaller()};
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T another(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }
}
