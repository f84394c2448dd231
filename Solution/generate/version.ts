/** The version in which the parts that are here now first came. It is not stamped. */
export const INTRODUCED = "0.1.0.0";
