package io.quittance.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every regular expression of ours: those that static fields hold or lead to, and those written where a string is matched. */
final class Patterns {

    /** Where an expression is written behind a call: the method, then the literal. */
    private static final String LITERAL = "\\(\\s*\"((?:[^\"\\\\\\n]|\\\\.)*+)\"\\s*";

    /** A matcher's own replacement has one argument and is no expression. */
    private static final List<Pattern> WRITTEN = List.of(
            Pattern.compile("(?:\\.matches|\\.split|Pattern\\.compile)" + LITERAL + "[,)]"),
            Pattern.compile("(?:\\.replaceAll|\\.replaceFirst)" + LITERAL + ","));

    private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u([0-9A-Fa-f]{4})");

    private final Map<String, String> found = new TreeMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Expression to where it was found first. */
    static Map<String, String> of(JavaClasses classes, Map<String, String> sources) {
        var patterns = new Patterns();
        classes.forEach(one -> patterns.statics(one.getName()));
        sources.forEach(patterns::written);
        return patterns.found;
    }

    private void statics(String name) {
        if (name.contains("package-info") || name.contains(".phive.")) {
            return;
        }
        try {
            Class<?> type = Class.forName(name);
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    walk(field.get(null), type.getSimpleName() + "." + field.getName());
                }
            }
        } catch (ReflectiveOperationException | LinkageError absent) {
            throw new IllegalStateException("Cannot look into " + name, absent);
        }
    }

    /** Through collections and our own objects. */
    private void walk(Object from, String where) {
        Deque<Object> next = new ArrayDeque<>();
        push(next, from);
        while (!next.isEmpty()) {
            Object one = next.pop();
            switch (one) {
                case Pattern pattern -> found.putIfAbsent(pattern.pattern(), where);
                case Map<?, ?> map ->
                    map.forEach((key, value) -> {
                        push(next, key);
                        push(next, value);
                    });
                case Collection<?> all -> all.forEach(each -> push(next, each));
                case Object array
                when array.getClass().isArray()
                        && !array.getClass().componentType().isPrimitive() -> {
                    for (int i = 0; i < Array.getLength(array); i++) {
                        push(next, Array.get(array, i));
                    }
                }
                default -> fields(next, one);
            }
        }
    }

    private void fields(Deque<Object> next, Object one) {
        if (!one.getClass().getName().startsWith("io.quittance")
                || one.getClass().isHidden()) {
            return;
        }
        for (Class<?> type = one.getClass();
                type != null && type.getName().startsWith("io.quittance");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    push(next, value(field, one));
                }
            }
        }
    }

    private static Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void push(Deque<Object> next, Object one) {
        if (one != null && !(one instanceof String) && seen.add(one)) {
            next.push(one);
        }
    }

    private void written(String name, String source) {
        for (Pattern written : WRITTEN) {
            var call = written.matcher(source);
            while (call.find()) {
                found.putIfAbsent(meant(call.group(1)), name);
            }
        }
    }

    /** The text of a literal: the compiler turns escapes of Unicode first, {@code translateEscapes} knows it not. */
    private static String meant(String literal) {
        return UNICODE.matcher(literal)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(escape.group(1) + (char) Integer.parseInt(escape.group(2), 16)))
                .translateEscapes();
    }
}
