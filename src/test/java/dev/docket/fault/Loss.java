package dev.docket.fault;

import dev.docket.wire.Cut;
import dev.docket.wire.CuttingProxy;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** What is lost with the connection the first time a statement is sent. */
enum Loss {
    /** The server has done it, and nobody knows. */
    ANSWER {
        @Override
        Cut arm(CuttingProxy proxy, String statement) {
            return proxy.loseAnswer(statement);
        }
    },
    /** The server never saw it. */
    STATEMENT {
        @Override
        Cut arm(CuttingProxy proxy, String statement) {
            return proxy.loseStatement(statement);
        }
    };

    abstract Cut arm(CuttingProxy proxy, String statement);

    /** What the verb answers although this was lost at a statement with that text in it. */
    <T> T at(String statement, CuttingProxy proxy, Uni<T> verb) {
        return lost(arm(proxy, statement), verb);
    }

    /** What the verb answers when its answer was lost and something else happened before it was tried again. */
    static <T> T ofAnswer(String statement, CuttingProxy proxy, Runnable meanwhile, Uni<T> verb) {
        return lost(proxy.loseAnswer(statement, meanwhile), verb);
    }

    /** The same of a statement that the server never saw. */
    static <T> T ofStatement(String statement, CuttingProxy proxy, Runnable meanwhile, Uni<T> verb) {
        return lost(proxy.loseStatement(statement, meanwhile), verb);
    }

    static <T> T answer(Uni<T> verb) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> verb);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> T lost(Cut cut, Uni<T> verb) {
        T answer = answer(verb);
        cut.await();
        return answer;
    }
}
