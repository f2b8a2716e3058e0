package io.quittance.testkit.property;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a value out of draws. Fewer and smaller draws make simpler values: that is all that shrinking needs. */
@FunctionalInterface
public interface Gen<T> {

    /** One value. */
    T from(Draws draws);

    /** Always this. */
    static <T> Gen<T> always(T value) {
        return draws -> value;
    }

    /** Whole numbers, both ends inclusive; the simplest is the one nearest to zero. The span must fit a long. */
    static Gen<Long> longs(long min, long max) {
        if (min < 0 && max > 0) {
            return draws -> draws.below(2) == 0 ? draws.below(max + 1) : -draws.below(1 - min);
        }
        long span = Math.addExact(Math.subtractExact(max, min), 1);
        return max <= 0 ? draws -> max - draws.below(span) : draws -> min + draws.below(span);
    }

    /** Whole numbers, both ends inclusive. */
    static Gen<Integer> ints(int min, int max) {
        return longs(min, max).map(Math::toIntExact);
    }

    /** Days, both ends inclusive; the simplest is the first. */
    static Gen<LocalDate> days(LocalDate first, LocalDate last) {
        long span = last.toEpochDay() - first.toEpochDay() + 1;
        return draws -> first.plusDays(draws.below(span));
    }

    /** One of these; the simplest is the first. */
    @SafeVarargs
    static <T> Gen<T> oneOf(T... values) {
        List<T> choice = List.of(values);
        return draws -> choice.get((int) draws.below(choice.size()));
    }

    /** What one of these generators makes; the simplest is the first. */
    @SafeVarargs
    static <T> Gen<T> anyOf(Gen<? extends T>... generators) {
        List<Gen<? extends T>> choice = List.of(generators);
        return draws -> choice.get((int) draws.below(choice.size())).from(draws);
    }

    /** Lists of so many, both ends inclusive. Whether a next element follows is a draw of its own, so lists shrink. */
    static <T> Gen<List<T>> lists(Gen<T> element, int min, int max) {
        return draws -> {
            var list = new ArrayList<T>();
            while (list.size() < max && (list.size() < min || draws.below(8) != 0)) {
                list.add(element.from(draws));
            }
            return List.copyOf(list);
        };
    }

    /** Strings over an alphabet; its first character is the simplest. */
    static Gen<String> strings(String alphabet, int min, int max) {
        List<String> letters =
                alphabet.codePoints().mapToObj(Character::toString).toList();
        Gen<String> letter = draws -> letters.get((int) draws.below(letters.size()));
        return lists(letter, min, max).map(list -> String.join("", list));
    }

    /** All orders of these; the simplest is the given one. */
    static <T> Gen<List<T>> orders(List<T> values) {
        return draws -> {
            var left = new ArrayList<>(values);
            var order = new ArrayList<T>();
            while (!left.isEmpty()) {
                order.add(left.remove((int) draws.below(left.size())));
            }
            return List.copyOf(order);
        };
    }

    /** The same, seen through a function. */
    default <R> Gen<R> map(Function<? super T, ? extends R> function) {
        return draws -> function.apply(from(draws));
    }

    /** A value that depends on another. */
    default <R> Gen<R> flatMap(Function<? super T, Gen<R>> next) {
        return draws -> next.apply(from(draws)).from(draws);
    }

    /** Two values as one. */
    default <U, R> Gen<R> with(Gen<U> other, BiFunction<? super T, ? super U, ? extends R> together) {
        return draws -> together.apply(from(draws), other.from(draws));
    }

    /** Only what passes; fails when 100 draws in a row do not. */
    default Gen<T> where(Predicate<? super T> wanted) {
        return draws -> {
            for (int i = 0; i < 100; i++) {
                T value = from(draws);
                if (wanted.test(value)) {
                    return value;
                }
            }
            throw new Unsatisfied();
        };
    }

    /** No value passed {@link #where}. */
    final class Unsatisfied extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unsatisfied() {
            super("100 values in a row were not wanted: make the generator narrower");
        }
    }
}
