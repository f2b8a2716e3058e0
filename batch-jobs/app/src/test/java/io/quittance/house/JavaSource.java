package io.quittance.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One source file as the JDK's own parser sees it: no types are resolved, so no class path is needed.
 *
 * @param name of the file, for messages
 */
record JavaSource(String name, String packageName, List<String> lines, List<Type> types, List<Method> methods) {

    /** Classes, records, enums, interfaces and annotations, nested ones too, but not the nameless. */
    record Type(String name, boolean top, boolean open, boolean documented, long line) {}

    /**
     * Methods and constructors, also of nameless classes.
     *
     * @param bodyLines what stands between the braces, comments and blank lines too; a body on the line of its braces is one
     *     line, none is no line
     * @param constructor a record's, too
     */
    record Method(String name, boolean constructor, int parameters, long bodyLines, long line) {}

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Opened once: it is what parsing a short file costs. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    static JavaSource parse(String name, String text) {
        JavacTask task =
                (JavacTask) COMPILER.getTask(null, FILES, problem -> {}, List.of(), null, List.of(inMemory(text)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            var reading = new Reading(Trees.instance(task), unit);
            reading.scan(unit, null);
            Tree packageName = unit.getPackageName();
            return new JavaSource(
                    name,
                    packageName == null ? "" : packageName.toString(),
                    text.lines().toList(),
                    List.copyOf(reading.types),
                    List.copyOf(reading.methods));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject inMemory(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static final class Reading extends TreePathScanner<Void, Void> {
        final List<Type> types = new ArrayList<>();
        final List<Method> methods = new ArrayList<>();
        private final Trees trees;
        private final SourcePositions positions;
        private final CompilationUnitTree unit;
        private final LineMap lines;

        Reading(Trees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.positions = trees.getSourcePositions();
            this.unit = unit;
            this.lines = unit.getLineMap();
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            String name = type.getSimpleName().toString();
            if (!name.isEmpty()) {
                types.add(new Type(
                        name,
                        getCurrentPath().getParentPath().getLeaf() == unit,
                        type.getModifiers().getFlags().contains(Modifier.PUBLIC),
                        trees.getDocComment(getCurrentPath()) != null,
                        firstLine(type)));
            }
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            BlockTree body = method.getBody();
            methods.add(new Method(
                    method.getName().toString(),
                    method.getReturnType() == null,
                    method.getParameters().size(),
                    body == null ? 0 : bodyLines(body),
                    firstLine(method)));
            return super.visitMethod(method, none);
        }

        private long bodyLines(BlockTree body) {
            long between = lastLine(body) - firstLine(body) - 1;
            return body.getStatements().isEmpty() ? Math.max(0, between) : Math.max(1, between);
        }

        private long firstLine(Tree tree) {
            return lines.getLineNumber(positions.getStartPosition(unit, tree));
        }

        private long lastLine(Tree tree) {
            return lines.getLineNumber(positions.getEndPosition(unit, tree));
        }
    }

    /** Whether this is a {@code package-info.java}. */
    boolean describesAPackage() {
        return name.toLowerCase(Locale.ROOT).endsWith("package-info.java");
    }
}
