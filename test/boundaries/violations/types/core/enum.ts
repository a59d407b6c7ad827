export enum Light {
  Red,
}
