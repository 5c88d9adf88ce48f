package lombok;

/** Stands for the library, which is not on any class path here. */
public class Fixture {
    public void use() {}
}
