package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void resultsStandInTheOrderOfTheThingsHoweverLongEachTakes() {
        List<Integer> things = IntStream.range(0, 40).boxed().toList();
        assertThat(SideBySide.of(4, things, thing -> {
                    pause(thing % 4 == 0 ? 5 : 0);
                    return thing * 10;
                }))
                .containsExactlyElementsOf(
                        things.stream().map(thing -> thing * 10).toList());
    }

    @Test
    void soManyRunAtOnceAndNoMore() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var both = new CountDownLatch(2);
        SideBySide.of(2, List.of(1, 2, 3, 4, 5, 6), thing -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            both.countDown();
            await(both);
            return running.decrementAndGet();
        });
        assertThat(most).hasValue(2);
    }

    @Test
    void theFirstFailureIsThrownAndNothingRunsBehindItsBack() {
        var finished = new AtomicBoolean();
        var begun = new AtomicInteger();
        assertThatThrownBy(() ->
                        SideBySide.of(2, IntStream.range(0, 100).boxed().toList(), thing -> {
                            begun.incrementAndGet();
                            assertThat(finished).isFalse();
                            if (thing == 1) {
                                throw new IllegalStateException("thing 1");
                            }
                            pause(2);
                            return thing;
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("thing 1");
        finished.set(true);
        int then = begun.get();
        pause(20);
        assertThat(begun).hasValue(then);
        assertThat(then).isLessThan(100);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
