"""The live desk: state in time, on threads."""
